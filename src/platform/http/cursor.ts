import { Invalid } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { instant } from '../../kernel/time.ts';

/** A place in an ordered list, opaque to the caller: the sort values of the last row seen. */
export function cursorOf(...values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Reads a cursor back; one that is not ours is refused, not guessed at. */
export function readCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const sound =
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => typeof v === 'string' || typeof v === 'number');
    if (sound) return values as (string | number)[];
  } catch {
    // refused below, like every other cursor that is not ours
  }
  throw notOurs();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The cursor of a list in the order of a moment and an id: refused here where it holds neither, not by PostgreSQL. */
export function readMomentAndId(cursor: string | undefined): { at: Instant; id: string } | null {
  const values = readCursor(cursor, 2);
  return values && momentAndId(values);
}

/** The cursor of a journal: a moment, an id and a number in sequence. */
export function readMomentIdAndSeq(cursor: string | undefined): { at: Instant; id: string; seq: number } | null {
  const values = readCursor(cursor, 3);
  if (values === null) return null;
  const seq = values[2];
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq)) throw notOurs();
  return { ...momentAndId(values), seq };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The cursor of a list in the order of days. */
export function readDayAndId(cursor: string | undefined): { day: string; id: string } | null {
  const values = readCursor(cursor, 2)?.map(String);
  if (!values) return null;
  const [day, id] = values as [string, string];
  if (!DAY.test(day) || !UUID.test(id)) throw notOurs();
  return { day, id };
}

/** The cursor of a list in the order of names. */
export function readNameAndId(cursor: string | undefined): { name: string; id: string } | null {
  const values = readCursor(cursor, 2);
  if (values === null) return null;
  const [name, id] = values.map(String) as [string, string];
  if (!UUID.test(id)) throw notOurs();
  return { name, id };
}

function momentAndId(values: (string | number)[]): { at: Instant; id: string } {
  const [at, id] = values.map(String) as [string, string];
  if (!isInstant(at) || !UUID.test(id)) throw notOurs();
  return { at, id };
}

function notOurs(): Invalid {
  return new Invalid('cursor.unknown', { path: 'after' });
}

function isInstant(text: string): text is Instant {
  try {
    return text.length === 24 && instant(text) === text;
  } catch {
    return false;
  }
}

/** The page out of one row too many. */
export function page<Row, Item>(
  rows: Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => string,
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last ? cursor(last) : null };
}
