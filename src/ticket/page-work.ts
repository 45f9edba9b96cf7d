import type { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import { stateOf } from '../rectification/rectification.ts';
import { workOrderViews } from '../work-order/views.ts';
import type { Ticket } from './ticket.ts';
import { whyNotAsked, whyNotRule } from './ticket.ts';
import type { ticketOut } from './view.ts';

type View = z.input<typeof ticketOut>;
type Under = Pick<View, 'workOrders' | 'visits' | 'notices' | 'rulings'>;

async function visitsOf(context: Context, ticket: Ticket, kind: Kind): Promise<View['visits']> {
  const visits = await context.tx
    .selectFrom('return_visit')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .orderBy('created_at')
    .execute();
  const names = await personNames(context);
  return visits.map((visit) => ({
    id: visit.id,
    rule: visit.rule,
    ruleName: kind.visits.find((rule) => rule.key === visit.rule)?.name ?? kind.name,
    state: visit.state,
    attempts: visit.attempts,
    mostAttempts: visit.most_attempts,
    satisfaction: visit.satisfaction,
    opinion: visit.opinion,
    endedAt: visit.ended_at,
    signedBy: named(names, visit.signed_by_id),
  }));
}

/** Notices on this ticket, for whoever may see notices of these departments. */
async function noticesOf(context: Context, ticket: Ticket): Promise<View['notices']> {
  const notices = await context.tx
    .selectFrom('rectification')
    .innerJoin('department', 'department.id', 'rectification.department_id')
    .selectAll('rectification')
    .select('department.name as departmentName')
    .where('ticket_id', '=', ticket.id)
    .orderBy('number')
    .execute();
  const departments = notices.map((notice) => notice.department_id);
  if (can(context.actor, 'rectification.see', { centreId: ticket.centre_id, departments }) !== null) return [];
  return notices.map((notice) => ({
    id: notice.id,
    number: notice.number,
    source: notice.source,
    department: notice.departmentName as Words,
    issuedAt: notice.issued_at,
    deadlineAt: notice.deadline_at,
    state: stateOf(notice),
  }));
}

async function rulingsOf(context: Context, ticket: Ticket, thing: Thing): Promise<View['rulings']> {
  const decide = can(context.actor, 'ticket.decide', thing);
  const roles = context.actor.posts.map((post) => post.role);
  const rulings = await context.tx
    .selectFrom('ruling')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('asked_at')
    .execute();
  const names = await personNames(context);
  return rulings.map((ruling) => ({
    id: ruling.id,
    askedOf: ruling.asked_of,
    askedBy: named(names, ruling.asked_by_id),
    askedAt: ruling.asked_at,
    question: ruling.question,
    customerInterest: ruling.customer_interest,
    firmInterest: ruling.firm_interest,
    decision: ruling.decision,
    decidedBy: named(names, ruling.decided_by_id),
    decidedAt: ruling.decided_at,
    can: { rule: decide ?? whyNotRule(ruling) ?? whyNotAsked(ruling.asked_of, roles) },
  }));
}

/** Work orders, visits, notices and rulings under a ticket. */
export async function workOfTicket(context: Context, ticket: Ticket, kind: Kind, thing: Thing): Promise<Under> {
  const orders = context.tx.selectFrom('work_order').selectAll().where('ticket_id', '=', ticket.id).orderBy('no');
  return {
    workOrders: await workOrderViews(context, await orders.execute(), ticket, thing),
    visits: await visitsOf(context, ticket, kind),
    notices: await noticesOf(context, ticket),
    rulings: await rulingsOf(context, ticket, thing),
  };
}
