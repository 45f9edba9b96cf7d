import { sql } from 'kysely';
import type { Limit } from '../commitment/rule.ts';
import { isDrawn } from '../kernel/draw.ts';
import type { Kind, VisitRule } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import { visitFacts } from '../return-visit/facts.ts';
import { ruleFor } from '../return-visit/return-visit.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** What becomes of the return visits of settled matters: due now, dropped, or drawn anew, which nobody knows before. */
export type VisitsOfMove = { begin: number; end: number; drawnAnew: number };
export type LimitOfVisit = ReadonlyMap<Ticket['id'], { former: Limit; limit: Limit }>;

type Row = {
  id: Ticket['id'];
  vip: boolean;
  safetyPlace: boolean;
  due: string | null;
  ended: boolean;
  draws: Record<string, { percent: number; seed: string }>;
};

/** The settled among these tickets with what decides on their visits, in one read. */
async function settled({ tx }: Context, tickets: readonly Ticket[]): Promise<Row[]> {
  const ids = tickets.filter((one) => one.stage_class === 'resolved' && one.resolved_at !== null).map(({ id }) => id);
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select t.id,
      ${visitFacts(sql`t.customer_id`, sql`t.place_id`)},
      (select v.rule from return_visit v
        where v.ticket_id = t.id and v.round = t.reopened_count + 1 and v.state = 'due' limit 1) as due,
      exists (select from return_visit v where v.ticket_id = t.id and v.round = t.reopened_count + 1
        and v.state in ('made', 'declined', 'unreachable')) as ended,
      (select coalesce(jsonb_object_agg(d.rule, jsonb_build_object('percent', d.percent, 'seed', d.seed)), '{}')
        from visit_draw d where d.ticket_id = t.id and d.round = t.reopened_count + 1) as draws
    from ticket t where t.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** Whether he is among those who are asked; null: it is drawn when the ticket is taken over. */
function isAmong({ id, draws }: Row, rule: VisitRule): boolean | null {
  const percent = rule.share ?? 100;
  if (percent >= 100) return true;
  const draw = draws[rule.key];
  return draw ? isDrawn(draw.seed, id, percent) : null;
}

/** What a new version does to the visits of these tickets, as `followNewRule` will; changes nothing. */
export async function visitsOfMove(
  context: Context,
  tickets: readonly Ticket[],
  after: Kind,
  before: (ticket: Ticket) => Kind,
): Promise<{ visits: VisitsOfMove; limits: LimitOfVisit }> {
  const byId = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const visits: VisitsOfMove = { begin: 0, end: 0, drawnAnew: 0 };
  const limits = new Map<Ticket['id'], { former: Limit; limit: Limit }>();
  for (const row of await settled(context, tickets)) {
    if (row.ended) continue;
    const rule = ruleFor(after.visits, row);
    const among = rule ? isAmong(row, rule) : false;
    if (among === null) visits.drawnAnew += 1;
    else if (among && row.due === rule!.key) {
      const former = before(byId.get(row.id)!).visits.find((one) => one.key === row.due);
      if (former) limits.set(row.id, { former: former.limit, limit: rule!.limit });
    } else {
      visits.begin += among ? 1 : 0;
      visits.end += row.due === null ? 0 : 1;
    }
  }
  return { visits, limits };
}
