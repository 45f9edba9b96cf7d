import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Where new rows may wait: nothing in a command needs an answer from their insert. */
const HELD_TABLES = [
  'commitment',
  'contact_ticket',
  'event',
  'notification',
  'outbox',
  'search_entry',
  'ticket_sight',
] as const;

export type HeldTable = (typeof HELD_TABLES)[number];

/** What refers to a held table must find its rows there, so it counts as touching it. */
const REFERRING: Record<string, HeldTable> = { commitment_pause: 'commitment' };

const TOUCHES = new RegExp(`\\b(?:${[...HELD_TABLES, ...Object.keys(REFERRING)].join('|')})\\b`, 'g');

/** The tables whose rows may be waiting that a statement reads or changes. */
export function heldTouchedBy(text: string): HeldTable[] {
  const names = text.match(TOUCHES) ?? [];
  return [...new Set(names.map((name) => REFERRING[name] ?? (name as HeldTable)))];
}

/**
 * How rows of plain values go into a table, as one JSON value: one text however many they are. `columns` with their types, as
 * `id uuid, at timestamptz`; `ending` as `on conflict do nothing`.
 */
export function insertOf(table: HeldTable, columns: string, ending = ''): Insert<object> {
  const names = sql.raw(namesOf(columns).join(', '));
  return (rows) => [
    sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(${sql.raw(columns)}) ${sql.raw(ending)}`,
  ];
}

/** The names alone of columns that are listed with their types. */
export function namesOf(columns: string): string[] {
  return columns.split(',').map((column) => column.trim().split(/\s+/)[0]!);
}

/** The statements that write such rows; they run as one, so that none sees what another did. */
export type Insert<Row> = (rows: readonly Row[]) => RawBuilder<unknown>[];

type Waiting = { rows: unknown[]; insert: Insert<never> };

/** The rows of one transaction that are not written yet, and the things of which no row is. */
export type Held = { waiting: Map<HeldTable, Waiting>; born: Set<string> };

export function nothingHeld(): Held {
  return { waiting: new Map(), born: new Set() };
}

export function keepBack<Row>(held: Held, table: HeldTable, rows: readonly Row[], insert: Insert<Row>): void {
  const waiting = held.waiting.get(table);
  if (waiting) waiting.rows.push(...rows);
  else held.waiting.set(table, { rows: [...rows], insert });
}

/** Forgets what waits: it was rolled back, or is being written. */
export function letGo(held: Held): void {
  held.waiting.clear();
  held.born.clear();
}

/** One statement that does what all of these do; null for none. */
export function together(statements: readonly RawBuilder<unknown>[]): RawBuilder<unknown> | null {
  const [last, ...others] = statements.toReversed();
  if (!last || others.length === 0) return last ?? null;
  const parts = others.toReversed().map((statement, at) => sql`${sql.ref(`part_${at}`)} as (${statement})`);
  return sql`with ${sql.join(parts)} ${last}`;
}

/** One statement that writes all that waits, however many tables it is for; null where nothing does. */
export function writingOf(held: Held): RawBuilder<unknown> | null {
  return together([...held.waiting.values()].flatMap(({ rows, insert }) => insert(rows as never[])));
}
