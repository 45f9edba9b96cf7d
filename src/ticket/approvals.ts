import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { HeldPost } from '../organisation/can.ts';
import { isAsked } from '../pack/asked.ts';
import type { Approver } from '../pack/approver.ts';
import { postOf } from '../pack/approver.ts';
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

/** The first that was not given, if it is to be asked for at this stage. */
export function nextToAsk(kind: Kind, stage: string, verdicts: Verdicts): Approval | null {
  const next = (kind.approvals ?? []).find((one) => verdicts[one.key] !== 'approved');
  return next && (next.from === undefined || next.from === stage) ? next : null;
}

/** What was refused is asked for again once what was missing is there; what somebody owes is asked for already. */
export function whyNotAsk(ticket: Ticket, next: Approval | null, owed: boolean): Refusal | null {
  const ended = whyNotChange(ticket);
  if (ended) return ended;
  if (next === null) return refusal('ticket.nothing_to_approve');
  return owed ? refusal('ticket.approval_asked_already', { approval: next.key }) : null;
}

/** Roles that act for one centre; those above act for all. */
const OF_A_CENTRE = new Set(['supervisor', 'department_head', 'centre_manager']);

/** A role decides in its own centre, and the head of a department on what belongs to it; a post that is named, on all of it. */
function isApprover(approver: Approver, ticket: Ticket, { key, role, centreId, departmentId }: HeldPost): boolean {
  const post = postOf(approver);
  if (post !== null) return key === post;
  return (
    approver === role &&
    (!OF_A_CENTRE.has(role) || centreId === ticket.centre_id) &&
    (role !== 'department_head' || departmentId === ticket.department_id)
  );
}

/** The post in which somebody may decide, or look at papers; null: in none. */
export function decidingPost(
  { by }: { by: readonly Approver[] },
  ticket: Ticket,
  posts: readonly HeldPost[],
): HeldPost | null {
  return posts.find((post) => by.some((one) => isApprover(one, ticket, post))) ?? null;
}

/** Refused with who decides: the first of those named. */
export function notApprover({ by }: Approval): Refusal {
  const post = postOf(by[0]!);
  return refusal('ticket.not_approver', post === null ? { role: by[0] as string } : { post });
}

/** One after the other, where and when it is asked for. */
export function whyNotDecide(ticket: Ticket, kind: Kind, approval: Approval, verdicts: Verdicts): Refusal | null {
  const ended = whyNotChange(ticket);
  if (ended) return ended;
  if (verdicts[approval.key] === 'approved') return refusal('ticket.approved_already');
  const approvals = kind.approvals ?? [];
  const before = waitsFor(approvals.slice(0, approvals.indexOf(approval)), verdicts);
  if (before) return before;
  return approval.from !== undefined && approval.from !== ticket.stage
    ? refusal('ticket.approval_too_early', { stage: approval.from })
    : null;
}

type Values = Ticket['fields'];

/** The fields that whoever decides may fill in as he does: those it needs, and those it asks beside them. */
export const fieldsOf = ({ needs, asks = [] }: Approval): string[] => [...needs, ...asks];

/** Given only on what has to be known by then, and while nothing it looks at is out of order. */
export function whyNotGive(kind: Kind, approval: Approval, values: Values): Refusal | null {
  const needed = approval.needs.filter((key) => isAsked(kind.fields, key, values));
  const empty = needed.find((key) => values[key] === undefined || values[key] === '');
  if (empty) return refusal('ticket.field_missing', { field: empty });
  return whyNotInOrder(kind, values, fieldsOf(approval));
}

/** Nothing is settled while a line that was inspected stands out of order: any, or one of these. A finding that stays on record holds nothing. */
export function whyNotInOrder(kind: Kind, values: Values, among?: readonly string[]): Refusal | null {
  const failed = failedLines(kind, values).find((one) => !one.failed.stays && (among?.includes(one.field.key) ?? true));
  return failed ? refusal('ticket.line_failed', { field: failed.field.key }) : null;
}

/** Lines of an inspection that are out of order, with whose hands mend them. */
export function failedLines(kind: Kind, values: Values) {
  return kind.fields.flatMap((field) => {
    const failed = field.choices?.find((choice) => choice.key === values[field.key])?.failed;
    return failed ? [{ field, failed }] : [];
  });
}

/** What a customer signed for stays as he signed it: his name stands under it. So does what households were told. */
export function whyNotRewrite(kind: Kind, verdicts: Verdicts, before: Values, after: Values): Refusal | null {
  const given = (kind.approvals ?? []).filter((one) => verdicts[one.key] === 'approved');
  const changed = (one: Approval) => fieldsOf(one).find((key) => before[key] !== after[key]);
  const field = given.filter((one) => one.signature === 'customer').flatMap((one) => changed(one) ?? [])[0];
  if (field) return refusal('ticket.field_signed', { field });
  const sent = given.find((one) => one.key === kind.receipts?.after);
  return sent && changed(sent) ? refusal('receipt.approved_already') : null;
}
