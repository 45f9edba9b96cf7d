import { rebaseCommitments } from '../../commitment/commands/rebase-commitments.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { VisitRule } from '../../pack/format.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { factsOf } from '../facts.ts';
import type { Visit } from '../return-visit.ts';
import { differs, ruleFor } from '../return-visit.ts';
import { beginVisit } from './create-visit.ts';
import { drawn } from './draw-visit.ts';
import { dropVisits } from './drop-visits.ts';

/**
 * The version of its kind that counts for a settled matter is another one: a visit that is still due follows the rule of that one. Its
 * limit is counted anew from the original start; another share draws again from the same seed; where nobody is to be asked any more
 * it is dropped, and where somebody is now, it is due. A visit that was made, declined or given up stays. The ticket is locked.
 */
export async function followNewRule(context: Context, ticket: Ticket, from: number): Promise<void> {
  if (ticket.stage_class !== 'resolved' || ticket.resolved_at === null) return;
  const round = ticket.reopened_count + 1;
  const visits = await context.tx
    .selectFrom('return_visit')
    .selectAll()
    .where('ticket_id', '=', ticket.id)
    .where('round', '=', round)
    .where('state', '!=', 'dropped')
    .execute();
  const due = visits.find((visit) => visit.state === 'due');
  if (visits.length > 0 && !due) return;
  const before = await kindOf(context, ticket.kind, from);
  const after = await kindOf(context, ticket.kind, ticket.kind_version);
  const rule = ruleFor(after.visits, await factsOf(context.tx, ticket));
  if (!rule || !(await drawn(context, ticket, rule))) return dropVisits(context, ticket.id, 'kind_changed');
  const former = before.visits.find((one) => one.key === due?.rule);
  if (due?.rule === rule.key)
    return former && differs(former, rule) ? changeRule(context, ticket, due, rule) : undefined;
  await dropVisits(context, ticket.id, 'kind_changed');
  await beginVisit(context, ticket, rule, ticket.resolved_at);
}

/** How often it is tried, whether he may decline, and by when, as the new rule says. */
async function changeRule(context: Context, ticket: Ticket, due: Visit, rule: VisitRule): Promise<void> {
  await context.tx
    .updateTable('return_visit')
    .set({ most_attempts: rule.mostAttempts, may_decline: rule.mayDecline })
    .where('id', '=', due.id)
    .execute();
  const owed = await context.tx
    .selectFrom('commitment')
    .select('department_id')
    .where('subject_id', '=', due.id)
    .where('kind', '=', 'return_visit')
    .executeTakeFirst();
  const where = { centreId: ticket.centre_id, departmentId: owed?.department_id ?? null };
  await rebaseCommitments(context, {
    subjectId: due.id,
    kinds: ['return_visit'],
    limit: rule.limit,
    calendarId: await calendarFor(context.tx, rule.limit.calendar, where),
    ruleVersion: ticket.kind_version,
  });
  await record(context, {
    subject: { type: 'return_visit', id: due.id },
    type: 'return_visit.rule_changed',
    ticketId: ticket.id,
    data: { rule: rule.key, version: ticket.kind_version },
  });
}
