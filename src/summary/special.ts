import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { isVip } from '../customer/facts.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Span } from './statistics.ts';
import { complaintKinds } from './statistics.ts';
import type { Special, SpecialSort } from './summary.ts';
import { SPECIAL_SORTS } from './summary.ts';

/** One special situation and the matter behind it; its words are read where they stand, so that they stay erasable. */
export type Situation = {
  sort: SpecialSort;
  at: Instant;
  ticketId: Id<'ticket'>;
  number: number;
  title: string;
  words: string | null;
};

/**
 * What the records hold of special customer situations between two moments: those written down at the counter (RECP-04),
 * major and grave complaints by the grade they have now, excessive demands declined (RECP-15), and complaints of VIPs and
 * of who belongs to a VIP household or firm.
 */
function specials(keys: string[], { centre_id: centre, from_at: from, until_at: until }: Span): RawBuilder<unknown> {
  const within = (column: 'n.at' | 't.opened_at' | 't.closed_at') => {
    const at = sql.ref(column);
    return sql`t.centre_id = ${centre} and ${at} >= ${from}::timestamptz and ${at} < ${until}::timestamptz`;
  };
  const complaint = sql`t.kind = any(${keys}) and t.closed_as is distinct from 'duplicate' and ${within('t.opened_at')}`;
  return sql`
    select 'situation' as sort, n.at, n.id, t.id as "ticketId", t.number, t.title,
      case when n.erased_at is null then n.text end as words
    from note n join ticket t on t.id = n.ticket_id where n.kind = 'situation' and ${within('n.at')}
    union all
    select t.severity, t.opened_at, t.id, t.id, t.number, t.title, t.outcome
    from ticket t where t.severity in ('major', 'grave') and ${complaint}
    union all
    select 'declined', t.closed_at, t.id, t.id, t.number, t.title, t.decline_reason
    from ticket t where t.judged = 'declined' and ${within('t.closed_at')}
    union all
    select 'vip', t.opened_at, t.id, t.id, t.number, t.title, t.outcome
    from ticket t where ${complaint} and ${isVip(sql`t.customer_id`)}`;
}

/** The month's special situations in figures, beside those of the month before. */
export async function specialOf(context: Context, span: Span, before: Span): Promise<Special> {
  const { keys } = await complaintKinds(context);
  const { rows } = await sql<{ sort: SpecialSort; before: boolean; n: number }>`
    select sort, before, count(*)::int as n from (
      select sort, false as before from (${specials(keys, span)}) now
      union all select sort, true from (${specials(keys, before)}) past) both_months
    group by sort, before`.execute(context.tx);
  const of = (sort: SpecialSort, past: boolean) => rows.find((row) => row.sort === sort && row.before === past)?.n ?? 0;
  return Object.fromEntries(
    SPECIAL_SORTS.map((sort) => [sort, { n: of(sort, false), before: of(sort, true) }]),
  ) as Special;
}

/** The records behind the figures, in the order they happened. */
export async function situationsOf(context: Context, span: Span, most: number): Promise<Situation[]> {
  const { keys } = await complaintKinds(context);
  const { rows } = await sql<Situation>`
    select sort, at, "ticketId", number, title, words from (${specials(keys, span)}) special
    order by at, id, sort limit ${most}`.execute(context.tx);
  return rows;
}
