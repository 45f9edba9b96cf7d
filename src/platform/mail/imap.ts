import type { Instant } from '../../kernel/time.ts';
import { dateAt, instant, MINUTE, SECOND } from '../../kernel/time.ts';
import type { MailServer } from './server.ts';
import { VERIFIED } from './server.ts';

/** A mail as it lies in a mailbox. */
export type Lying = { uid: number; size: number; arrived: Instant | null };

/** The inbox of a mail server, opened. Nothing is ever deleted in it. */
export type Mailbox = {
  /** Another one means that all mails have other numbers now. */
  uidValidity: number;
  /** What lies there above a number and, where that is said, came since a day; the oldest first. */
  listAfter(uid: number, since: Instant | null): Promise<Lying[]>;
  /** Their bytes, one after the other; of each at most so many. One that is gone meanwhile is left out. */
  fetch(uids: readonly number[], most: number): AsyncIterable<{ uid: number; raw: Buffer }>;
  markSeen(uids: readonly number[]): Promise<void>;
  /** Ends when something new comes, the time is over, the connection is lost, or `signal` says so. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
};

export type OpenMailbox = (server: MailServer) => Promise<Mailbox>;

/** Servers that end a quiet connection do so after half an hour at the soonest; networks between are less patient. */
const IDLE_ANEW = 5 * MINUTE;

/** Signs in and opens the inbox. The library is loaded with the first mailbox. Throws what the server or the network says. */
export const openImap: OpenMailbox = async (server) => {
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.secure === 'tls',
    doSTARTTLS: server.secure === 'starttls',
    auth:
      'password' in server.auth
        ? { user: server.user, pass: server.auth.password }
        : { user: server.user, accessToken: server.auth.accessToken },
    tls: VERIFIED,
    logger: false,
    clientInfo: { name: 'Huiyin', version: '1' },
    disableAutoIdle: true,
    maxIdleTime: IDLE_ANEW,
    connectionTimeout: 15 * SECOND,
    greetingTimeout: 15 * SECOND,
    socketTimeout: 10 * MINUTE,
    maxLiteralSize: 128 * 1024 * 1024,
  });
  // what ends it is told to whoever asks next; nobody listens in between
  client.on('error', () => {});
  try {
    await client.connect();
    const { uidValidity } = await client.mailboxOpen('INBOX');
    return mailboxOn(client, Number(uidValidity));
  } catch (fault) {
    client.close();
    throw fault;
  }
};

type Client = InstanceType<(typeof import('imapflow'))['ImapFlow']>;

function mailboxOn(client: Client, uidValidity: number): Mailbox {
  // what comes while others are taken in must not wait for the next poll
  const news = { heard: false, wake: () => {} };
  client.on('exists', () => {
    news.heard = true;
    news.wake();
  });
  return {
    uidValidity,
    async listAfter(uid, since) {
      // also tells a server without IDLE that we want to hear of what is new
      await client.noop();
      news.heard = false;
      return listed(client, uid, since);
    },
    async *fetch(uids, most) {
      const query = { uid: true, source: { start: 0, maxLength: most } };
      for await (const { uid, source } of client.fetch(uids.join(','), query, { uid: true }))
        if (source) yield { uid, raw: source };
    },
    async markSeen(uids) {
      if (uids.length > 0) await client.messageFlagsAdd(uids.join(','), [String.raw`\Seen`], { uid: true });
    },
    wait: (milliseconds, signal) => waitFor(client, news, milliseconds, signal),
    async close() {
      await Promise.race([client.logout().catch(() => {}), new Promise((go) => setTimeout(go, 2 * SECOND).unref())]);
      client.close();
    },
  };
}

const LISTED_AT_ONCE = 500;

async function listed(client: Client, uid: number, since: Instant | null): Promise<Lying[]> {
  const found = await client.search(
    { uid: `${uid + 1}:*`, ...(since === null ? {} : { since: dateAt(since) }) },
    { uid: true },
  );
  // a range that ends with * names the last mail whatever it begins with
  const uids = (found || []).filter((one) => one > uid).toSorted((one, other) => one - other);
  if (uids.length === 0) return [];
  const lying: Lying[] = [];
  for (let at = 0; at < uids.length; at += LISTED_AT_ONCE) {
    const range = uids.slice(at, at + LISTED_AT_ONCE).join(',');
    for await (const one of client.fetch(range, { uid: true, size: true, internalDate: true }, { uid: true }))
      lying.push({
        uid: one.uid,
        size: one.size ?? 0,
        arrived: one.internalDate ? momentOf(one.internalDate) : null,
      });
  }
  return lying.toSorted((one, other) => one.uid - other.uid);
}

function momentOf(date: { toString(): string } | string): Instant | null {
  try {
    return instant(String(date));
  } catch {
    return null;
  }
}

type News = { heard: boolean; wake(): void };

async function waitFor(client: Client, news: News, milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  news.wake = resolve;
  client.once('close', resolve);
  const stopped = (): void => resolve();
  signal.addEventListener('abort', stopped, { once: true });
  if (news.heard || signal.aborted || !client.usable) resolve();
  // the next command ends it
  else void client.idle().catch(() => {});
  await promise;
  clearTimeout(timer);
  client.off('close', resolve);
  signal.removeEventListener('abort', stopped);
  if (!client.usable && !signal.aborted) throw new Error('The mail server ended the connection.');
}
