import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { HeldPost } from '../organisation/can.ts';
import type { Approval, Kind } from '../pack/format.ts';
import type { Ticket } from './ticket.ts';
import { whyNotChange } from './ticket.ts';

/** What was said last to each approval of a ticket; one that is not named was not decided. */
export type Verdicts = Readonly<Record<string, 'approved' | 'refused'>>;

function waitsFor(approvals: readonly Approval[], verdicts: Verdicts): Refusal | null {
  const missing = approvals.find((one) => verdicts[one.key] !== 'approved');
  return missing ? refusal('ticket.approval_missing', { approval: missing.key }) : null;
}

/** A stage waits for every approval that stands before it. */
export function whyNotEnter(kind: Kind, stage: string, verdicts: Verdicts): Refusal | null {
  return waitsFor(
    (kind.approvals ?? []).filter((one) => one.before === stage),
    verdicts,
  );
}

/** Nothing is settled that was not approved all the way. */
export function whyNotApproved(kind: Kind, verdicts: Verdicts): Refusal | null {
  return waitsFor(kind.approvals ?? [], verdicts);
}

/** Roles that act for one centre; those above act for all. */
const OF_A_CENTRE = new Set(['supervisor', 'department_head', 'centre_manager']);

/** Only the named role decides: in its own centre, and the head of a department on what belongs to it. */
export function roleFor(approval: Approval, ticket: Ticket, posts: readonly HeldPost[]): string | null {
  const found = posts.find(
    ({ role, centreId, departmentId }) =>
      approval.by.some((one) => one === role) &&
      (!OF_A_CENTRE.has(role) || centreId === ticket.centre_id) &&
      (role !== 'department_head' || departmentId === ticket.department_id),
  );
  return found?.role ?? null;
}

/** One after the other, on what has to be known by then. */
export function whyNotDecide(ticket: Ticket, kind: Kind, approval: Approval, verdicts: Verdicts): Refusal | null {
  const ended = whyNotChange(ticket);
  if (ended) return ended;
  if (verdicts[approval.key] === 'approved') return refusal('ticket.approved_already');
  const approvals = kind.approvals ?? [];
  const before = waitsFor(approvals.slice(0, approvals.indexOf(approval)), verdicts);
  if (before) return before;
  const empty = approval.needs.find((key) => ticket.fields[key] === undefined || ticket.fields[key] === '');
  return empty ? refusal('ticket.field_missing', { field: empty }) : null;
}
