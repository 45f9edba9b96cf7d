import type { Sealer } from '../../auth/sealing.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import type { Organisation } from '../../platform/context.ts';
import { soonest } from '../../platform/context.ts';
import { openLocks } from '../../platform/jobs/locks.ts';
import { startOutboxSleeper } from '../../platform/jobs/sleeper.ts';
import type { Bus } from '../../platform/live/bus.ts';
import type { OpenMailbox } from '../../platform/mail/imap.ts';
import { saidBy } from '../../platform/mail/server.ts';
import { channels } from '../channels.ts';
import type { Channel } from '../port.ts';
import { openSecret, replyKeyOf } from '../secret.ts';
import { serverOf } from './credentials.ts';
import type { ReadingParts } from './read-mailbox.ts';
import { readMailbox } from './read-mailbox.ts';
import { noteChecked } from './state.ts';

export type ReaderParts = ReadingParts & {
  url: string;
  organisations(): Promise<Organisation[]>;
  bus: Bus;
  sealer: Sealer;
  open: OpenMailbox;
};

type Lane = { schema: string; of: string; ending: AbortController; running: Promise<void> };
type Rest = { failures: number; until: Instant };
type Readers = { parts: ReaderParts; lanes: Map<Id<'channel'>, Lane>; rests: Map<Id<'channel'>, Rest> };

/** After a failure it waits so long, and from the last on always so. */
const WAITS = [5 * SECOND, 15 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE];

/**
 * Reads every mailbox of every organisation, each by one node at a time, for as long as it is on; begins, ends and begins anew as
 * mailboxes are added, switched off or changed. What goes wrong is kept with the mailbox and logged once.
 */
export function startMailReaders(parts: ReaderParts): { stop(): Promise<void> } {
  const readers: Readers = { parts, lanes: new Map(), rests: new Map() };
  const stopping = new AbortController();
  const locks = openLocks(parts.url, () => {
    // others may hold them now
    for (const lane of readers.lanes.values()) lane.ending.abort();
    sleeper.wakeNow();
  });
  const work = async (): Promise<Instant | null> => {
    let next: Instant | null = null;
    for (const organisation of await parts.organisations()) {
      if (stopping.signal.aborted) return null;
      const on = await mailboxesOn(parts, organisation);
      endOthers(readers, organisation, on);
      for (const channel of on) {
        if (readers.lanes.has(channel.id)) continue;
        const rest = readers.rests.get(channel.id);
        if (rest && rest.until > parts.clock.now()) next = soonest(next, rest.until);
        else if (await locks.take(lockOf(channel))) begin(readers, organisation, channel, ended);
      }
    }
    return next;
  };
  const ended = (channel: Channel): void => {
    void locks.free(lockOf(channel)).finally(() => sleeper.wakeNow());
  };
  const onFault = (fault: Error): void => parts.log(`Mailboxes wait: ${fault.message}`);
  const sleeper = startOutboxSleeper({ clock: parts.clock, bus: parts.bus, work, onFault });
  return {
    async stop() {
      stopping.abort();
      await sleeper.stop();
      for (const lane of readers.lanes.values()) lane.ending.abort();
      await Promise.all([...readers.lanes.values()].map(({ running }) => running));
      await locks.stop();
    },
  };
}

function lockOf({ id }: Channel): string {
  return `huiyin.mailbox.${id}`;
}

async function mailboxesOn({ database }: ReaderParts, { schema }: Organisation): Promise<Channel[]> {
  const all = await database.read(schema, (tx) => channels({ tx }));
  return [...all.values()].filter(
    ({ kind, off_at, ended_at }) => kind === 'mail' && off_at === null && ended_at === null,
  );
}

/** Whatever is read otherwise once it changes. */
function asItIs({ id, address, settings, secret }: Channel): string {
  return JSON.stringify([id, address, settings, secret]);
}

function endOthers({ lanes, rests }: Readers, organisation: Organisation, on: readonly Channel[]): void {
  const wanted = new Set(on.map((channel) => asItIs(channel)));
  for (const [id, lane] of lanes)
    if (lane.schema === organisation.schema && !wanted.has(lane.of)) {
      lane.ending.abort();
      rests.delete(id);
    }
}

function begin(
  { parts, lanes, rests }: Readers,
  organisation: Organisation,
  channel: Channel,
  ended: (channel: Channel) => void,
): void {
  const ending = new AbortController();
  const began = parts.clock.now();
  const running = read(parts, organisation, channel, ending.signal)
    .then(() => void rests.delete(channel.id))
    .catch(async (fault: unknown) => {
      if (ending.signal.aborted) return;
      // one that went well for a while begins to count anew
      const former = plus(began, MINUTE) < parts.clock.now() ? undefined : rests.get(channel.id);
      const failures = (former?.failures ?? 0) + 1;
      rests.set(channel.id, { failures, until: plus(parts.clock.now(), WAITS[Math.min(failures, WAITS.length) - 1]!) });
      await tell(parts, organisation, channel, saidBy(fault));
    })
    .finally(() => {
      lanes.delete(channel.id);
      ended(channel);
    });
  lanes.set(channel.id, { schema: organisation.schema, of: asItIs(channel), ending, running });
}

async function read(
  parts: ReaderParts,
  organisation: Organisation,
  channel: Channel,
  signal: AbortSignal,
): Promise<void> {
  const secret = await openSecret(parts.sealer, organisation, channel);
  const mailbox = await parts.open(await serverOf(channel, 'imap', secret, parts.clock));
  try {
    await readMailbox({ ...parts, organisation, channel, replyKey: replyKeyOf(secret), mailbox }, signal);
  } finally {
    await mailbox.close();
  }
}

/** Once for each thing that goes wrong. */
async function tell(parts: ReaderParts, organisation: Organisation, channel: Channel, fault: string): Promise<void> {
  const { database, clock, log } = parts;
  const isNews = await database
    .transact(organisation.schema, (tx) => noteChecked(tx, channel.id, clock.now(), fault))
    .catch(() => false);
  if (isNews) log(`The mailbox ${channel.address} cannot be read: ${fault}`);
}
