import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * Short notices between the nodes of one database. NOTIFY inside every transaction would make commits queue for each other (12,300
 * down to 3,600 a second), so each node gathers what it has to say for some milliseconds and says it outside of them, on the
 * connection on which it listens. A notice may be lost when a connection is: whoever relies on one also polls.
 */
export type Notices = {
  /** Tells the other nodes. Of several texts for one key, told while the last are on their way, `choose` keeps one; else the newest. */
  tell(topic: string, key: string, text: string, choose?: (one: string, other: string) => string): void;
  /** Hears what other nodes tell; not what this one tells. */
  hear(topic: string, hearer: (key: string, text: string) => void): void;
  /** Called whenever a connection was made anew: anything may have been missed before it. */
  afterGap(look: () => void): void;
  close(): Promise<void>;
};

export type NoticesOptions = {
  url: string;
  gatherMs?: number;
  onFault?(fault: unknown): void;
};

const CHANNEL = 'huiyin_notices';
/** PostgreSQL refuses 8,000 bytes; ids and moments are one byte a character. */
const MOST_BYTES = 7_500;
const GATHER_MS = 20;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 1_000;

type Notice = [topic: string, key: string, text: string];

/** Cuts notices into payloads that PostgreSQL takes. */
export function payloadsOf(node: string, notices: readonly Notice[]): string[] {
  const payloads: string[] = [];
  let part: Notice[] = [];
  let size = 0;
  for (const notice of notices) {
    const bytes = Buffer.byteLength(JSON.stringify(notice)) + 1;
    if (size + bytes > MOST_BYTES && part.length > 0) {
      payloads.push(JSON.stringify([node, part]));
      part = [];
      size = 0;
    }
    part.push(notice);
    size += bytes;
  }
  if (part.length > 0) payloads.push(JSON.stringify([node, part]));
  return payloads;
}

export function openNotices({ url, gatherMs = GATHER_MS, onFault = () => {} }: NoticesOptions): Notices {
  const node = randomUUID();
  const hearers = new Map<string, ((key: string, text: string) => void)[]>();
  const gaps: (() => void)[] = [];
  const waiting = new Map<string, Notice>();
  let client: pg.Client | null = null;
  let closed = false;
  let faults = 0;
  let gathering: NodeJS.Timeout | undefined;
  let reconnecting: NodeJS.Timeout | undefined;

  function heard(payload: string): void {
    const [from, notices] = JSON.parse(payload) as [string, Notice[]];
    if (from === node) return;
    for (const [topic, key, text] of notices) for (const hearer of hearers.get(topic) ?? []) hearer(key, text);
  }

  function lost(which: pg.Client, fault: unknown): void {
    if (client === which) client = null;
    void which.end().catch(() => {});
    if (closed || reconnecting) return;
    onFault(fault);
    const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** faults);
    faults += 1;
    reconnecting = setTimeout(() => void connect(), backoff * (0.5 + Math.random()));
  }

  async function connect(): Promise<void> {
    reconnecting = undefined;
    const fresh = new pg.Client({ connectionString: url, application_name: 'huiyin notices', keepAlive: true });
    fresh.on('error', (fault) => lost(fresh, fault));
    fresh.on('end', () => lost(fresh, new Error('the connection for notices ended')));
    fresh.on('notification', ({ payload }) => heard(payload ?? '["",[]]'));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (fault) {
      return lost(fresh, fault);
    }
    if (closed) return void fresh.end().catch(() => {});
    client = fresh;
    faults = 0;
    for (const look of gaps) look();
    gather();
  }

  function gather(): void {
    if (waiting.size > 0) gathering ??= setTimeout(() => void say(), gatherMs);
  }

  async function say(): Promise<void> {
    gathering = undefined;
    const speaker = client;
    if (!speaker) return;
    const notices = [...waiting.values()];
    waiting.clear();
    try {
      for (const payload of payloadsOf(node, notices))
        await speaker.query('select pg_notify($1, $2)', [CHANNEL, payload]);
    } catch (fault) {
      // The others look for themselves when they poll.
      lost(speaker, fault);
    }
  }

  void connect();
  return {
    tell: (topic, key, text, choose = (_, newest) => newest) => {
      const name = `${topic} ${key}`;
      const before = waiting.get(name);
      waiting.set(name, [topic, key, before ? choose(before[2], text) : text]);
      gather();
    },
    hear: (topic, hearer) => void hearers.set(topic, [...(hearers.get(topic) ?? []), hearer]),
    afterGap: (look) => void gaps.push(look),
    close: async () => {
      closed = true;
      clearTimeout(gathering);
      clearTimeout(reconnecting);
      await client?.end().catch(() => {});
    },
  };
}
