import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { calendarsFor } from '../../commitment/rows.ts';
import type { Id } from '../../kernel/id.ts';
import type { Epoch } from '../../kernel/time.ts';
import type { CompiledCalendar } from '../../kernel/working-time/compile.ts';
import { workingBetween } from '../../kernel/working-time/measure.ts';
import { stops } from '../../kernel/working-time/pauses.ts';
import type { Context } from '../../platform/context.ts';
import type { Tallies } from './count.ts';

export type Spent = {
  calendar_id: Id<'calendar'>;
  calendar_version: number;
  started: Epoch;
  settled: Epoch;
  pauses: [from: Epoch, to: Epoch | null][] | null;
};

type Counted = { key: RawBuilder<unknown>; from: RawBuilder<unknown>; where: RawBuilder<unknown> };

/** Read one by one, for only a calendar knows what working time is: above this many every second, third, ... by its id. */
const MOST_READ = 40_000;

/** What the working time of a commitment `c` is reckoned from, in milliseconds. */
export const SPENT = sql`c.calendar_id, c.calendar_version,
  (extract(epoch from c.started_at) * 1000)::float8 as started, (extract(epoch from c.settled_at) * 1000)::float8 as settled,
  (select json_agg(json_build_array(extract(epoch from p.from_at) * 1000, extract(epoch from p.until_at) * 1000))
    from commitment_pause p where p.commitment_id = c.id) as pauses`;

/** The median working time by part, `of` so many. `n` is the median too, in milliseconds. */
export async function mediansOf(context: Context, { key, from, where }: Counted): Promise<Tallies> {
  const counts = await sql<{ key: string | null; of: number }>`
    select ${key} as key, count(*)::int as of from ${from} where ${where} group by 1`.execute(context.tx);
  const every = Math.ceil(counts.rows.reduce((sum, { of }) => sum + of, 0) / MOST_READ);
  const chosen = every > 1 ? sql`and abs(hashtext(c.id::text)::bigint) % ${every} = 0` : sql``;
  const { rows } = await sql<Spent & { key: string | null }>`
    select ${key} as key, ${SPENT} from ${from} where ${where} ${chosen}`.execute(context.tx);
  const spent = await workingTimes(context, rows);
  const parts = Map.groupBy(rows.keys(), (at) => rows[at]!.key);
  return new Map(
    counts.rows.map((row) => {
      const value = median(parts.get(row.key)?.map((at) => spent[at]!) ?? []);
      return [row.key, { n: value ?? 0, of: row.of, value }];
    }),
  );
}

/** How much working time each took by its own calendar, pauses left out; in milliseconds, in their order. */
export async function workingTimes(context: Context, rows: readonly Spent[]): Promise<number[]> {
  const calendarFor = await calendarsFor(context.tx, distinct(rows));
  return rows.map((row) =>
    calendarFor(row).counting([row.started, row.settled], (calendar) => workedOn(calendar, row)),
  );
}

function workedOn(calendar: CompiledCalendar, { started, settled, pauses }: Spent): number {
  const stood = stops(
    (pauses ?? []).map(([from, to]) => ({ from, to })),
    started,
    settled,
  );
  const lost = stood
    .filter(({ from }) => from < settled)
    .reduce((sum, { from, to }) => sum + workingBetween(calendar, from, Math.min(to, settled)), 0);
  return Math.max(0, workingBetween(calendar, started, Math.max(started, settled)) - lost);
}

function distinct(rows: readonly Spent[]): Spent[] {
  return [...new Map(rows.map((row) => [`${row.calendar_id} ${row.calendar_version}`, row])).values()];
}

/** The one in the middle; of an even number, half-way between the two. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
