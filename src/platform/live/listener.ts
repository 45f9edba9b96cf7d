import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';

export const CHANNEL = 'huiyin';

/** Every node holds this, shared; a restore takes it alone, so that nobody works on a database while it is replaced. */
export const NODE_LOCK = 'huiyin.node';

/** A connection whose server went away without a word is noticed after these. */
const PROBE_EVERY = 10_000;
const PROBE_PATIENCE = 5_000;
const LONGEST_WAIT = 5_000;

export type Listener = {
  /** Whether the connection stands. */
  connected(): boolean;
  /** Takes a lock of this name that ends with the connection, hence with this process, and is taken again after a gap. */
  hold(name: string): Promise<void>;
  stop(): Promise<void>;
};

export type ListenerParts = {
  url: string;
  hear(text: string): void;
  /** Called after the connection was lost and stands again: what was said meanwhile was not heard. */
  gap(): void;
  log(line: string): void;
};

/** The one connection of a node that hears the others and shows that it lives. */
export async function openListener(parts: ListenerParts): Promise<Listener> {
  const held = new Set<string>();
  let client: pg.Client | null = await connect(parts, held);
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  const watching = watch();

  /** Waits until the connection breaks, then makes a new one, again and again until stopped. */
  async function watch(): Promise<void> {
    while (!stopped() && client) {
      await broken(client, stopped);
      const former = client;
      client = null;
      await former.end().catch(() => {});
      if (stopped()) return;
      parts.log('The connection that hears other nodes was lost.');
      client = await again(parts, held, stopped);
      if (client) parts.gap();
    }
  }

  return {
    connected: () => client !== null,
    async hold(name) {
      held.add(name);
      await client?.query('select pg_try_advisory_lock(hashtext($1))', [name]).catch(() => {});
    },
    async stop() {
      stopping.abort();
      await client?.end().catch(() => {});
      await watching;
    },
  };
}

async function connect(parts: ListenerParts, held: Set<string>): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: parts.url,
    application_name: 'huiyin listener',
    keepAlive: true,
    connectionTimeoutMillis: PROBE_PATIENCE,
    query_timeout: PROBE_PATIENCE,
  });
  client.on('error', () => {});
  client.on('notification', (notice) => {
    if (notice.channel === CHANNEL && notice.payload) parts.hear(notice.payload);
  });
  try {
    await client.connect();
    const { rows } = await client.query('select pg_try_advisory_lock_shared(hashtext($1)) as free', [NODE_LOCK]);
    if (!rows[0].free) throw beingReplaced();
    for (const name of held) await client.query('select pg_try_advisory_lock(hashtext($1))', [name]);
    await client.query(`listen ${CHANNEL}`);
    return client;
  } catch (fault) {
    await client.end().catch(() => {});
    throw fault;
  }
}

function beingReplaced(): CannotStart {
  return new CannotStart(
    'start.being_restored',
    'A backup is being restored into this database just now. Wait until that is done and start again.',
  );
}

async function again(parts: ListenerParts, held: Set<string>, stopped: () => boolean): Promise<pg.Client | null> {
  for (let wait = 50; !stopped(); wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      return await connect(parts, held);
    } catch {
      await sleep(wait * (0.7 + Math.random() * 0.6));
    }
  }
  return null;
}

/** Resolves when the connection has ended or no longer answers. */
function broken(client: pg.Client, stopped: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const probe = setInterval(() => {
      if (!stopped()) client.query('select 1').catch(over);
    }, PROBE_EVERY);
    const over = (): void => {
      clearInterval(probe);
      resolve();
    };
    client.once('error', over);
    client.once('end', over);
  });
}
