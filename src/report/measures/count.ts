import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { earlier } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import type { Asked, Ground } from './asked.ts';
import { groundOf } from './asked.ts';
import type { Cut } from './cut.ts';
import { cutOf } from './cut.ts';
import type { Measure } from './measure.ts';
import type { Bucket } from './spans.ts';
import { mediansOf } from './working-time.ts';

/** What was counted of one part: `n` of `of`, and the figure itself; null where nothing can be said of nothing. */
export type Tally = { n: number; of: number; value: number | null };
export type Tallies = Map<string | null, Tally>;

type Row = { key: string | null; of: number; n: number; sum: number | null; span: number | null };

export const NOTHING: Tally = { n: 0, of: 0, value: null };

/** The whole of what was asked for; of nothing, nothing. */
export async function countWhole(context: Context, asked: Asked): Promise<Tally> {
  const ground = await groundOf(context, asked);
  const tallies = await tally(context, asked.measure, ground, { key: sql`null::text`, join: sql`` });
  return tallies.get(null) ?? empty(asked.measure);
}

/** The same by department, person, kind and so on. Null is what has none. */
export async function countBy(context: Context, asked: Asked, cut: Cut): Promise<Tallies> {
  const ground = await groundOf(context, asked);
  const { known, kinds, columns } = ground;
  const facts = { kinds, standing: known.standing, field: asked.field };
  return tally(context, asked.measure, ground, cutOf(cut, columns, facts));
}

/**
 * The same part by part in time, by the first day of each. What stands is looked at where each part ends; a part that has not begun
 * has none.
 */
export async function countOverTime(context: Context, asked: Asked, buckets: readonly Bucket[]): Promise<Tallies> {
  const begun = buckets.filter(({ from }) => from < context.now);
  const found = asked.measure.at
    ? await inTime(context, asked, asked.measure.at, begun)
    : await standingAt(context, asked, begun);
  return new Map(begun.map(({ begins }, at) => [begins, found.get(String(at + 1)) ?? empty(asked.measure)]));
}

async function inTime(context: Context, asked: Asked, at: RawBuilder<unknown>, buckets: readonly Bucket[]) {
  const bounds = buckets.map(({ from }) => from);
  if (bounds.length === 0) return new Map<string, Tally>();
  const key = sql`width_bucket(${at}, ${bounds}::timestamptz[])::text`;
  return tally(context, asked.measure, await groundOf(context, asked), { key, join: sql`` });
}

async function standingAt(context: Context, asked: Asked, buckets: readonly Bucket[]) {
  const tops = buckets.map(({ until }) => earlier(until, context.now));
  const ground = await groundOf(context, asked, sql`b.top`);
  const looked = sql`unnest(${tops}::timestamptz[]) with ordinality as b(top, no) cross join`;
  return tally(context, asked.measure, ground, { key: sql`b.no::text`, join: sql``, before: looked });
}

type Parts = { key: RawBuilder<unknown>; join: RawBuilder<unknown>; before?: RawBuilder<unknown> };

async function tally(
  context: Context,
  measure: Measure,
  ground: Ground,
  { key, join, before }: Parts,
): Promise<Tallies> {
  const from = sql`${before ?? sql``} ${ground.columns.from} ${join}`;
  if (measure.unit === 'working_time') return mediansOf(context, { key, from, where: ground.where });
  const hit = measure.hit?.(ground.known) ?? sql`true`;
  const { rows } = await sql<Row>`
    select ${key} as key, count(*)::int as of, count(*) filter (where ${hit})::int as n,
      ${summed(measure.value)} as sum, ${summed(measure.span)} as span
    from ${from} where ${ground.where} group by 1`.execute(context.tx);
  return new Map(rows.map((row) => [row.key, tallyOf(measure, row)]));
}

function summed(amount: RawBuilder<unknown> | undefined): RawBuilder<unknown> {
  return amount ? sql`sum(${amount})::float8` : sql`null::float8`;
}

function tallyOf({ unit }: Measure, { n, of, sum, span }: Row): Tally {
  if (unit === 'count') return { n, of: n, value: n };
  if (unit === 'share') return { n, of, value: of === 0 ? null : n / of };
  if (unit === 'time_share') return { n: sum ?? 0, of, value: span ? (sum ?? 0) / span : null };
  return { n: sum ?? 0, of, value: of === 0 ? null : (sum ?? 0) / of };
}

/** Of a count, none is a figure; of a share or an average, nothing can be said. */
export function empty({ unit }: Measure): Tally {
  return unit === 'count' ? { n: 0, of: 0, value: 0 } : NOTHING;
}
