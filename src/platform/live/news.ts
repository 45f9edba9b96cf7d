import type { Instant } from '../../kernel/time.ts';
import type { Signals, SubjectType } from '../context.ts';
import { noSignals, soonest } from '../context.ts';

/** What one node tells the others about one organisation: ids only, so that nothing leaks to who may not see them. */
export type News = {
  /** The organisation's schema: what stands for it inside the server. */
  schema: string;
  changed: [SubjectType, string][];
  /** People whose notifications changed. */
  people: string[];
  fireAt: Instant | null;
  outboxAt: Instant | null;
  /** Too much changed to be named: read again what is on the screen. */
  all: boolean;
};

/** PostgreSQL refuses a notice of 8,000 bytes or more. */
const LARGEST = 7_900;
/** Each entry is a type of at most 16 letters, a UUID and its punctuation. */
const A_MESSAGE = 120;
/** Beyond this many changes in one breath (an import), naming them costs more than reading again. */
const MOST = 1_200;

/** Adds what a transaction changed to what is waiting to be told. */
export function merge(waiting: Signals | undefined, more: Signals): Signals {
  const into = waiting ?? noSignals();
  for (const [id, type] of more.changed) into.changed.set(id, type);
  for (const person of more.notified) into.notified.add(person);
  into.fireAt = soonest(into.fireAt, more.fireAt);
  into.outboxAt = soonest(into.outboxAt, more.outboxAt);
  return into;
}

export function isSilent(signals: Signals): boolean {
  return (
    signals.changed.size === 0 && signals.notified.size === 0 && signals.fireAt === null && signals.outboxAt === null
  );
}

/** Notices small enough for PostgreSQL, in as few as it takes. */
export function notices(schema: string, signals: Signals): string[] {
  const wakes = { fireAt: signals.fireAt, outboxAt: signals.outboxAt };
  if (signals.changed.size + signals.notified.size > MOST)
    return [written({ schema, changed: [], people: [], ...wakes, all: true })];
  const changed = [...signals.changed].map(([id, type]): [SubjectType, string] => [type, id]);
  const people = [...signals.notified];
  const messages: string[] = [];
  do {
    const some = changed.splice(0, A_MESSAGE);
    messages.push(
      written({
        schema,
        changed: some,
        people: people.splice(0, A_MESSAGE - some.length),
        ...(messages.length === 0 ? wakes : { fireAt: null, outboxAt: null }),
        all: false,
      }),
    );
  } while (changed.length > 0 || people.length > 0);
  return messages;
}

function written(news: News): string {
  const text = JSON.stringify(news);
  if (Buffer.byteLength(text) > LARGEST) throw new Error(`a notice of ${text.length} characters`);
  return text;
}

/** Reads a notice; null where it is none of ours (the channel is open to whoever may connect). */
export function readNews(text: string): News | null {
  try {
    const news = JSON.parse(text) as News;
    return typeof news.schema === 'string' && Array.isArray(news.changed) && Array.isArray(news.people) ? news : null;
  } catch {
    return null;
  }
}
