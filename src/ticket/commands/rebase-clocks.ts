import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { rebaseCommitments } from '../../commitment/commands/rebase-commitments.ts';
import type { Limit } from '../../commitment/rule.ts';
import { standardOf } from '../../customer-class/facts.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { CommitmentRule, Kind } from '../../pack/format.ts';
import type { Moment } from '../../pack/kind-shape.ts';
import type { Context } from '../../platform/context.ts';
import { beginCommitments, limitFor, limitsOfWork } from '../moments.ts';
import type { Ticket } from '../ticket.ts';
import { ENDED_STAGES } from '../../work-order/work-order.ts';

/** When the moments that have already come for this ticket came; a new rule that begins or ends with one counts from there. */
function reached(ticket: Ticket): Partial<Record<Moment, Instant>> {
  return {
    opened: ticket.opened_at,
    ...(ticket.answered_at ? { answered: ticket.answered_at } : {}),
    ...(ticket.resolved_at ? { resolved: ticket.resolved_at } : {}),
    ...(ticket.told_at ? { told: ticket.told_at } : {}),
  };
}

/** The matter is another kind: its clocks run by the new kind's limits; what the new kind does not promise is not owed. */
export async function rebaseToKind(context: Context, ticket: Ticket, before: Kind, kind: Kind): Promise<void> {
  await rebaseRules(context, ticket, { before, kind, reason: 'reclassified', changed: () => true });
}

const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** Its kind has another version that counts for it too: only clocks whose limits differ are counted anew, those of its work included. */
export async function rebaseToVersion(context: Context, ticket: Ticket, before: Kind, kind: Kind): Promise<void> {
  const standard = await standardOf(context, ticket);
  const changed = (rule: CommitmentRule, former: CommitmentRule): boolean =>
    differ(limitFor(rule, ticket, standard), limitFor(former, ticket, standard));
  await rebaseRules(context, ticket, { before, kind, reason: 'kind_changed', changed });
  await rebaseWork(context, ticket, limitsOfWork(before, ticket, standard), limitsOfWork(kind, ticket, standard));
}

type Rules = {
  before: Kind;
  kind: Kind;
  reason: string;
  changed: (rule: CommitmentRule, former: CommitmentRule) => boolean;
};

async function rebaseRules(context: Context, ticket: Ticket, { before, kind, reason, changed }: Rules): Promise<void> {
  const gone = before.commitments
    .filter((rule) => !kind.commitments.some((other) => other.kind === rule.kind))
    .map((rule) => rule.kind);
  if (gone.length > 0) await cancelCommitments(context, { subjectId: ticket.id, kinds: gone, reason });
  const moments = reached(ticket);
  for (const rule of kind.commitments) {
    const began = moments[rule.from];
    if (began === undefined) continue;
    const former = before.commitments.find((other) => other.kind === rule.kind);
    if (former) {
      if (changed(rule, former)) await rebase(context, ticket, rule);
      continue;
    }
    if (rule.onlyPromised && ticket.promised_for === null) continue;
    await beginCommitments(context, ticket, [rule], began);
    const done = rule.keptBy.map((moment) => moments[moment]).find((at) => at !== undefined);
    if (done !== undefined)
      await keepCommitments(context, { subjectId: ticket.id, kinds: [rule.kind], happenedAt: done });
  }
}

/** A date promised to the customer stands, whatever the kind or the urgency. */
async function rebase(context: Context, ticket: Ticket, rule: CommitmentRule): Promise<void> {
  if (rule.orPromised && ticket.promised_for !== null) return;
  const limit = limitFor(rule, ticket, await standardOf(context, ticket));
  await count(context, ticket, { subjectId: ticket.id, kind: rule.kind, limit });
}

async function count(
  context: Context,
  ticket: Ticket,
  by: { subjectId: string; kind: string; limit: Limit; departmentId?: Id<'department'> },
): Promise<void> {
  const { subjectId, kind, limit, departmentId = ticket.department_id } = by;
  const calendarId = await calendarFor(context.tx, limit.calendar, { centreId: ticket.centre_id, departmentId });
  await rebaseCommitments(context, { subjectId, kinds: [kind], limit, calendarId });
}

/**
 * It is more urgent than it was taken for, or less: the clocks that differ by urgency, and those of the work orders under way,
 * run by the limits of what it is, from the original time.
 */
export async function rebaseToUrgency(context: Context, before: Ticket, ticket: Ticket, kind: Kind): Promise<void> {
  const standard = await standardOf(context, ticket);
  for (const rule of kind.commitments)
    if (limitFor(rule, before, standard) !== limitFor(rule, ticket, standard)) await rebase(context, ticket, rule);
  await rebaseWork(context, ticket, limitsOfWork(kind, before, standard), limitsOfWork(kind, ticket, standard));
}

type WorkLimits = ReturnType<typeof limitsOfWork>;

/** The work orders under way run by other limits, where these differ. */
async function rebaseWork(context: Context, ticket: Ticket, former: WorkLimits, limits: WorkLimits): Promise<void> {
  if (!differ(former, limits)) return;
  const orders = await context.tx
    .selectFrom('work_order')
    .select(['id', 'department_id'])
    .where('ticket_id', '=', ticket.id)
    .where('stage', 'not in', ENDED_STAGES)
    .execute();
  for (const [clock, limit] of Object.entries(limits)) {
    if (!differ(limit, former[clock as keyof typeof former])) continue;
    for (const { id, department_id } of orders)
      await count(context, ticket, { subjectId: id, kind: clock, limit, departmentId: department_id });
  }
}
