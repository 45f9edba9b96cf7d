import { calendarFor } from '../organisation/calendar-choice.ts';
import { keepCommitments } from '../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../commitment/commands/start-commitments.ts';
import type { Limit } from '../commitment/rule.ts';
import type { Instant } from '../kernel/time.ts';
import type { CommitmentRule, Kind, Moment } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from './ticket.ts';

/** The limit that counts for this ticket: the first `when` that fits its urgency and channel, else the ordinary one. */
export function limitFor(rule: CommitmentRule, ticket: Pick<Ticket, 'urgency' | 'channel'>): Limit {
  const special = rule.when?.find(
    (when) =>
      (when.urgency === undefined || when.urgency === ticket.urgency) && (when.channel === undefined || when.channel === ticket.channel),
  );
  return special?.limit ?? rule.limit;
}

/**
 * A moment in a ticket's life has come: what it keeps is kept, by when it happened; what begins with it begins.
 * `rules` narrows which begin (a reopened ticket promises its settling again, not its first answer).
 */
export async function atMoment(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  moment: Moment,
  happenedAt: Instant,
): Promise<void> {
  const kept = kind.commitments.filter((rule) => rule.keptBy === moment).map((rule) => rule.kind);
  if (kept.length > 0) await keepCommitments(context, { subjectId: ticket.id, kinds: kept, happenedAt });
  await beginCommitments(context, ticket, kind.commitments.filter((rule) => rule.from === moment), happenedAt);
}

/** Starts commitments by the kind's own rules, in the calendar each rule names. */
export async function beginCommitments(
  context: Context,
  ticket: Ticket,
  rules: CommitmentRule[],
  startedAt: Instant,
): Promise<void> {
  if (rules.length === 0) return;
  const where = { centreId: ticket.centre_id, departmentId: ticket.department_id };
  const started = await Promise.all(
    rules.map(async (rule) => {
      const limit = limitFor(rule, ticket);
      return {
        kind: rule.kind,
        subject: { type: 'ticket' as const, id: ticket.id },
        ticketId: ticket.id,
        ownerId: ticket.owner_id,
        departmentId: ticket.department_id,
        centreId: ticket.centre_id,
        calendarId: await calendarFor(context.tx, limit.calendar, where),
        limit,
        startedAt,
      };
    }),
  );
  await startCommitments(context, started);
}

/** The limits of a work order under this ticket; a kind without work of its own gives none. */
export function limitsOfWork(kind: Kind): { work_accept: Limit; work_arrive: Limit; work_complete: Limit } | Record<never, never> {
  if (!kind.workOrder) return {};
  const { accept, arrive, complete } = kind.workOrder;
  return { work_accept: accept, work_arrive: arrive, work_complete: complete };
}
