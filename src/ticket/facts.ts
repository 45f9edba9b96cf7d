import { sql } from 'kysely';
import type { Thing } from '../organisation/can.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { Right } from '../organisation/rights.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { readHouseAnew } from '../platform/tx.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Verdicts } from './approvals.ts';
import { evidenceFiles } from './evidence.ts';
import type { ClosingFacts } from './guards.ts';
import type { Ticket } from './ticket.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';

/**
 * The ticket, locked: whoever changes anything under it holds this lock, so its journal counts on without gaps. `no key`, for
 * nobody changes an id: a clock that fires meanwhile may write notices that refer to it, and never waits. Who had to
 * wait for it decides by who works here after the wait, not before.
 */
export async function lockTicket(context: Context, id: string): Promise<Ticket> {
  const wanted = context.tx
    .selectFrom('ticket')
    .selectAll()
    .where('id', '=', id as Ticket['id'])
    .forNoKeyUpdate();
  const free = await wanted.skipLocked().executeTakeFirst();
  if (free) return free;
  const ticket = await wanted.executeTakeFirst();
  if (!ticket) throw new NotFound('ticket.unknown');
  readHouseAnew(context.tx);
  return ticket;
}

export async function ticketById(tx: Tx, id: string): Promise<Ticket> {
  const ticket = await tx
    .selectFrom('ticket')
    .selectAll()
    .where('id', '=', id as Ticket['id'])
    .executeTakeFirst();
  if (!ticket) throw new NotFound('ticket.unknown');
  return ticket;
}

/** Whom and which departments a ticket concerns, for the policy: its owner, who was offered it, and whoever works under it. */
export async function thingOf(tx: Tx, ticket: Ticket): Promise<Required<Thing>> {
  const orders = await tx
    .selectFrom('work_order')
    .select(['department_id', 'person_id'])
    .where('ticket_id', '=', ticket.id)
    .execute();
  return {
    people: [ticket.owner_id, ticket.offered_to_id, ticket.given_by_id, ...orders.map((order) => order.person_id)],
    departments: [ticket.department_id, ...orders.map((order) => order.department_id)],
    centreId: ticket.centre_id,
  };
}

/**
 * Throws Forbidden where the actor may not do this to the ticket. Whoever works under it is looked up only where the
 * ticket's own row does not already give the right: it only ever widens the answer.
 */
export async function allow(context: Context, right: Right, ticket: Ticket): Promise<void> {
  const people = [ticket.owner_id, ticket.offered_to_id, ticket.given_by_id];
  const own = can(context.actor, right, { people, departments: [ticket.department_id], centreId: ticket.centre_id });
  if (own !== null) orForbid(can(context.actor, right, await thingOf(context.tx, ticket)));
}

/** The same for looking: whoever keeps a ticket in sight may always look, whatever became of it (ESCL-07). */
export async function allowToSee(context: Context, ticket: Ticket): Promise<void> {
  const watches = await context.tx
    .selectFrom('ticket_sight')
    .select('person_id')
    .where('ticket_id', '=', ticket.id)
    .where('person_id', '=', actingPerson(context))
    .executeTakeFirst();
  if (!watches) await allow(context, 'ticket.see', ticket);
}

/** Everything the guards ask about, in one round trip. What was said about a ticket that became part of it was said about it. */
export async function closingFacts(tx: Tx, ticket: Ticket): Promise<ClosingFacts> {
  const parts = sql`select ${ticket.id}::uuid union all select m.from_id from ticket_merge m where m.into_id = ${ticket.id} and m.undone_at is null`;
  const counts = await sql<Omit<ClosingFacts, 'fields'>>`
    select
      (select count(*)::int from work_order w where w.ticket_id = ${ticket.id} and w.stage ${STILL_OPEN}) as "openWorkOrders",
      (select coalesce(jsonb_agg(jsonb_build_object('rule', rule, 'attempts', attempts, 'most', most_attempts, 'mayDecline', may_decline)), '[]')
        from return_visit v where v.ticket_id = ${ticket.id} and v.state = 'due') as "dueVisits",
      (select count(*)::int from return_visit v where v.ticket_id = ${ticket.id} and v.state in ('made', 'declined', 'unreachable')
        and v.satisfaction is null)
        + (select count(*)::int from visit_draw d where d.ticket_id = ${ticket.id} and d.round = ${ticket.reopened_count + 1} and not d.drawn)
        as "viewsNotGiven",
      (select count(*)::int from commitment c where c.ticket_id = ${ticket.id} and c.kind = 'promise' and c.settled_at is null) as "openPromises",
      (select count(*)::int from note n where n.ticket_id in (${parts}) and n.kind = 'apology') as apologies,
      (select count(*)::int from note n where n.ticket_id in (${parts}) and n.kind = 'explanation') as explanations,
      (select count(*)::int from note n where n.ticket_id in (${parts}) and n.kind = 'answer') as answers,
      (select count(*)::int from ruling r where r.ticket_id = ${ticket.id} and r.decided_at is null and r.withdrawn_at is null) as "openRulings",
      (select jsonb_build_object('kind', o.kind, 'holds', o.holds, 'unconfirmed', (select count(*) from dispute_party p
          where p.ticket_id = o.ticket_id and not exists (select from dispute_confirmation c where c.outcome_id = o.id and c.party_id = p.id)))
        from dispute_outcome o where o.ticket_id = ${ticket.id} and o.ended_at is null) as dispute,
      (select coalesce(jsonb_object_agg(key, verdict), '{}') from (select distinct on (key) key, verdict from approval
        where ticket_id = ${ticket.id} and lapsed_at is null order by key, at desc) last) as verdicts,
      (select case when bool_or(answered_at is null) then 'open' else 'answered' end from proposal_pass
        where ticket_id = ${ticket.id} having count(*) > 0) as passed,
      (select case when realised_at is null then 'planned' else 'realised' end from proposal_plan
        where ticket_id = ${ticket.id} and ended_at is null) as plan,
      (select jsonb_build_object('all', count(*), 'refused', greatest(0, count(*) filter (where w.stage = 'refused')
          - count(*) filter (where w.issued_at > (select min(r.done_at) from work_order r where r.ticket_id = ${ticket.id} and r.stage = 'refused'))))
        from work_order w where w.ticket_id = ${ticket.id}) as parts,
      ${evidenceFiles(ticket.id)} as "evidenceFiles",
      exists (select from compliment where ticket_id = ${ticket.id}) as "complimentPassedOn",
      exists (select from custody_entry e where e.ticket_id = ${ticket.id} and e.act in ('issued', 'handed_out') and not exists (
        select from custody_entry c where c.item_id = e.item_id and c.corrects = e.seq)) as "passIssued"`.execute(tx);
  return { ...counts.rows[0]!, fields: ticket.fields };
}

/** What was said last to each approval. */
export async function verdictsOf(tx: Tx, ticketId: Ticket['id']): Promise<Verdicts> {
  const { rows } = await sql<{ key: string; verdict: 'approved' | 'refused' }>`
    select distinct on (key) key, verdict from approval where ticket_id = ${ticketId} and lapsed_at is null order by key, at desc`.execute(
    tx,
  );
  return Object.fromEntries(rows.map((row) => [row.key, row.verdict]));
}
