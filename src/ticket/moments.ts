import { keepCommitments } from '../commitment/commands/keep-commitments.ts';
import type { PromisedMoment } from '../commitment/commands/start-commitments.ts';
import { startCommitments } from '../commitment/commands/start-commitments.ts';
import type { Limit } from '../commitment/rule.ts';
import { standardOf } from '../customer-class/facts.ts';
import type { ClassLimit } from '../customer-class/standard.ts';
import { standardFor } from '../customer-class/standard.ts';
import type { Instant } from '../kernel/time.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import { approvalClock } from '../pack/approval-shape.ts';
import type { CommitmentRule, Kind } from '../pack/format.ts';
import type { Moment } from '../pack/kind-shape.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from './ticket.ts';

type Urged = Pick<Ticket, 'urgency' | 'channel'>;
type Standard = readonly ClassLimit[];

/**
 * The limit that counts for this ticket: what the standard of its customer's class says of what is as pressing as it, else the first
 * `when` that fits its urgency and channel, else what the standard says in general, else the ordinary one (CUST-10).
 */
export function limitFor(rule: CommitmentRule, ticket: Urged, standard: Standard): Limit {
  const pressing = standardFor(standard, rule.kind, ticket.urgency);
  if (pressing) return pressing;
  const special = rule.when?.find(
    (when) =>
      (when.urgency === undefined || when.urgency === ticket.urgency) &&
      (when.channel === undefined || when.channel === ticket.channel),
  );
  return special?.limit ?? standardFor(standard, rule.kind, undefined) ?? rule.limit;
}

/** The same, or the date that was promised instead where the rule allows one (WORK-04, ASGN-05). */
function promisedOr(rule: CommitmentRule, ticket: Ticket, limit: Limit): Limit | PromisedMoment {
  if (!rule.orPromised || ticket.promised_for === null) return limit;
  return { dueAt: ticket.promised_for, ladder: limit.ladder, basis: limit.allowance.basis };
}

/** A moment that came; of an approval, which was decided. */
type Came = Exclude<Moment, 'approved'> | { approved: string };

/**
 * A moment in a ticket's life has come: what it keeps is kept, by when it happened; what begins with it begins.
 */
export async function atMoment(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  came: Came,
  happenedAt: Instant,
): Promise<void> {
  const moment = typeof came === 'string' ? came : 'approved';
  const rules = kind.commitments.filter(
    ({ approval }) => typeof came === 'string' || approval === undefined || approval === came.approved,
  );
  const kept = rules.filter((rule) => rule.keptBy.includes(moment)).map((rule) => rule.kind);
  if (kept.length > 0 && moment !== 'opened') {
    await keepCommitments(context, { subjectId: ticket.id, kinds: kept, happenedAt });
  }
  const begun = rules.filter((rule) => rule.from === moment && !(rule.onlyPromised && ticket.promised_for === null));
  await beginCommitments(context, ticket, begun, happenedAt);
}

/** Starts commitments by the kind's own rules, in the calendar each rule names. */
export async function beginCommitments(
  context: Context,
  ticket: Ticket,
  rules: CommitmentRule[],
  startedAt: Instant,
): Promise<void> {
  if (rules.length === 0) return;
  const { replaying } = context;
  const isPast = replaying !== undefined && !replaying.stillOpen;
  const where = { centreId: ticket.centre_id, departmentId: ticket.department_id };
  const standard = await standardOf(context, ticket);
  const started = [];
  for (const rule of rules) {
    const limit = limitFor(rule, ticket, standard);
    started.push({
      kind: rule.kind,
      subject: { type: 'ticket' as const, id: ticket.id },
      ticketId: ticket.id,
      ownerId: ticket.owner_id,
      departmentId: ticket.department_id,
      centreId: ticket.centre_id,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit: isPast ? { ...promisedOr(rule, ticket, limit), ladder: [] } : promisedOr(rule, ticket, limit),
      startedAt,
      ruleVersion: ticket.kind_version,
    });
  }
  await startCommitments(context, started);
}

/** The limits of a work order under this ticket, by the same order; a kind without work of its own gives none. */
export function limitsOfWork(
  kind: Kind,
  ticket: Urged,
  standard: Standard,
): Partial<Record<'work_accept' | 'work_arrive' | 'work_complete', Limit>> {
  if (!kind.workOrder) return {};
  const when = kind.workOrder.when?.find(({ urgency }) => urgency === ticket.urgency);
  const limits = { work_accept: 'accept', work_arrive: 'arrive', work_complete: 'complete' } as const;
  return Object.fromEntries(
    Object.entries(limits).map(([clock, of]) => [
      clock,
      standardFor(standard, clock, ticket.urgency) ??
        when?.[of] ??
        standardFor(standard, clock, undefined) ??
        kind.workOrder![of],
    ]),
  );
}

/**
 * Which clocks of a ticket, its approvals and its work stand still while it waits: a first answer waits for nobody, but nobody
 * decides on papers that are not there.
 */
export function pausableKinds(kind: Kind): string[] {
  const promised = kind.commitments.filter((rule) => rule.pausable).map((rule) => rule.kind);
  const decided = (kind.approvals ?? []).map(({ key }) => approvalClock(key));
  return [...promised, ...decided, 'work_arrive', 'work_complete'];
}
