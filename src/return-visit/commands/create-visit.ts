import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { can } from '../../organisation/can.ts';
import { actorOf, postOfRole } from '../../organisation/queries.ts';
import type { VisitRule } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { factsOf } from '../facts.ts';
import { ruleFor } from '../return-visit.ts';
import { drawn } from './draw-visit.ts';

/**
 * A settled matter is visited back, by the first rule of its kind that fits, from the moment it was settled (VISIT-01 to
 * VISIT-04, VISIT-08). Called under the ticket's lock. A ticket settled again is visited again; a rule that stands for
 * this round already changes nothing.
 */
export async function createVisit(context: Context, ticket: Ticket, resolvedAt: Instant): Promise<void> {
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  if (kind.visits.length === 0) return;
  const rule = ruleFor(kind.visits, await factsOf(context.tx, ticket));
  if (!rule || !(await drawn(context, ticket, rule))) return;
  await beginVisit(context, ticket, rule, resolvedAt);
}

/** It is due by this rule, from the moment the matter was settled. */
export async function beginVisit(
  context: Context,
  ticket: Ticket,
  rule: VisitRule,
  resolvedAt: Instant,
): Promise<void> {
  const visitId = await insert(context, ticket, rule);
  if (visitId === null) return;
  await owe(context, ticket, rule, visitId, resolvedAt);
  await record(context, {
    subject: { type: 'return_visit', id: visitId },
    type: 'return_visit.due',
    ticketId: ticket.id,
    data: { rule: rule.key, round: ticket.reopened_count + 1 },
  });
}

async function insert(context: Context, ticket: Ticket, rule: VisitRule): Promise<Id<'return_visit'> | null> {
  const row = await context.tx
    .insertInto('return_visit')
    .values({
      id: newId<'return_visit'>(context.now),
      ticket_id: ticket.id,
      rule: rule.key,
      round: ticket.reopened_count + 1,
      state: 'due',
      created_at: context.now,
      most_attempts: rule.mostAttempts,
      may_decline: rule.mayDecline,
      department_id: await departmentOf(context, ticket),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['ticket_id', 'rule', 'round'])
        .doUpdateSet({ state: 'due', ended_at: null, most_attempts: rule.mostAttempts, may_decline: rule.mayDecline })
        .where('return_visit.state', '=', 'dropped'),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whose work is asked about: the department that did the last work order, else the ticket's. */
async function departmentOf(context: Context, ticket: Ticket): Promise<Ticket['department_id']> {
  const order = await context.tx
    .selectFrom('work_order')
    .select('department_id')
    .where('ticket_id', '=', ticket.id)
    .where('stage', '=', 'done')
    .orderBy('done_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return order?.department_id ?? ticket.department_id;
}

/** Owed by whoever is accountable for the ticket, if he makes visits at all; else by the front desk. */
async function owe(
  context: Context,
  ticket: Ticket,
  rule: VisitRule,
  visitId: Id<'return_visit'>,
  startedAt: Instant,
): Promise<void> {
  const owner = await actorOf(context.tx, ticket.owner_id, context.now);
  const visits = owner !== null && can(owner, 'return_visit.make', { centreId: ticket.centre_id }) === null;
  const desk = await postOfRole(context, 'front_desk', ticket.centre_id);
  const departmentId = await departmentOfPost(context, desk.id);
  await startCommitments(context, [
    {
      kind: 'return_visit',
      subject: { type: 'return_visit', id: visitId },
      ticketId: ticket.id,
      ownerId: visits ? ticket.owner_id : desk.holderId,
      postId: desk.id,
      departmentId,
      centreId: ticket.centre_id,
      calendarId: await calendarFor(context.tx, rule.limit.calendar, { centreId: ticket.centre_id, departmentId }),
      limit: rule.limit,
      startedAt,
      ruleVersion: ticket.kind_version,
    },
  ]);
}

export async function departmentOfPost(context: Context, postId: Id<'post'> | null): Promise<Id<'department'> | null> {
  if (postId === null) return null;
  const post = await context.tx.selectFrom('post').select('department_id').where('id', '=', postId).executeTakeFirst();
  return post?.department_id ?? null;
}
