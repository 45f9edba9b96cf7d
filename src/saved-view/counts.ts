import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { allOf, idOut } from '../platform/http/shapes.ts';
import { startOfDay } from '../report/days.ts';
import { ticketsFitting } from '../ticket/list.ts';
import type { TicketsQuery } from '../ticket/list-shapes.ts';
import { ticketsQuery } from '../ticket/list-shapes.ts';
import { isPeriod, PERIODS } from './periods.ts';
import { viewsOf } from './views.ts';

/** Beyond these, that there are more is enough to know beside a name. */
export const MOST_COUNTED = 99;
/** Ended tickets are without end: of them the newest are looked at, and older ones may fit too. */
export const NEWEST = 10_000;

export const viewCountsOut = allOf(
  z.object({
    id: idOut('saved_view'),
    count: z
      .object({
        n: z.number().int().describe(`How many; ${MOST_COUNTED} at most`),
        more: z.boolean().describe('There are more, or older ones may fit that were not looked at'),
      })
      .nullable()
      .describe('How many fit; null: its filters are not understood any more'),
  }),
);

/** A view's filters as the list of tickets reads them, the period as the moment it begins; null where they are not understood. */
async function queryOf(context: Context, { period, ...filters }: Record<string, string>): Promise<TicketsQuery | null> {
  const from = isPeriod(period) ? await startOfDay(context, context.now, -PERIODS[period]) : undefined;
  const known = Object.entries(filters).filter(([name]) => Object.hasOwn(ticketsQuery.shape, name));
  return ticketsQuery.safeParse({ ...Object.fromEntries(known), ...(from ? { from } : {}) }).data ?? null;
}

/** Found by an index of its own, however old. */
const isNarrow = ({ customer, place, incident }: TicketsQuery): boolean => Boolean(customer ?? place ?? incident);
const isOpen = ({ state }: TicketsQuery): boolean => state === 'open' || state === 'resolved';

/**
 * How many tickets each of my views and those shared with me shows: one statement, each counted no further than is said. What is
 * open is found among the open ones; of all others the newest are read once for all views.
 */
export async function viewCounts(context: Context): Promise<z.input<typeof viewCountsOut>> {
  const views = await viewsOf(context);
  const queries = await Promise.all(views.map((view) => queryOf(context, view.filters)));
  const counted = queries.flatMap((query, at) => {
    if (query === null) return [];
    const among = isOpen(query) || isNarrow(query) ? sql`ticket` : sql`newest`;
    return sql`select ${sql.lit(at)}::int as at, count(*)::int as n from (
      select from ${among} t where ${ticketsFitting(context, query)} limit ${MOST_COUNTED + 1}) fits`;
  });
  if (counted.length === 0) return { items: views.map(({ id }) => ({ id, count: null })) };
  const { rows } = await sql<{ at: number; n: number; many: boolean }>`
    with newest as (select * from ticket order by opened_at desc, id desc limit ${NEWEST})
    select c.at, c.n, exists (select from ticket order by opened_at desc, id desc offset ${NEWEST} limit 1) as many
    from (${sql.join(counted, sql` union all `)}) c`.execute(context.tx);
  const found = new Map(rows.map((row) => [row.at, row]));
  return {
    items: views.map(({ id }, at) => {
      const query = queries[at] ?? null;
      const row = found.get(at);
      if (query === null || !row) return { id, count: null };
      const older = row.many && !isOpen(query) && !isNarrow(query);
      return { id, count: { n: Math.min(row.n, MOST_COUNTED), more: row.n > MOST_COUNTED || older } };
    }),
  };
}
