import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** What is owed: a material plan or a request approved, and a plan that was sent back drawn up anew. */
export const OWED_AS = {
  approvePlan: 'approve_material_plan',
  revisePlan: 'revise_material_plan',
  approveRequest: 'approve_material_request',
} as const;

export const ENTRY_SORTS = ['received', 'issued'] as const;
export type EntrySort = (typeof ENTRY_SORTS)[number];

/** So many of a material in a month: at what price each, needed by which day, and who sees to it. */
export type PlannedMaterial = {
  materialId: Id<'material'>;
  quantity: number;
  price: number;
  neededBy: string;
  personId: Id<'person'>;
};

/** What became of one planned material: all whole numbers of its unit. */
export type Moved = { planned: number; received: number; issued: number; inStock: number };

/** How many the plan still wants that are not in stock (ASST-06): planned less issued less what lies there at the month's end, or now. */
export function shortOf({ planned, issued, inStock }: Moved): number {
  return Math.max(0, planned - issued - Math.max(0, inStock));
}

export const LINE_STATES = ['covered', 'short', 'late'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** Late is what is short on its day and after. Days are of the centre's calendar, YYYY-MM-DD. */
export function lineStateOf(short: number, neededBy: string, today: string): LineState {
  if (short === 0) return 'covered';
  return neededBy < today ? 'late' : 'short';
}

export const REQUEST_STATES = ['waiting', 'approved', 'partly_issued', 'issued', 'refused', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export type RequestFacts = {
  decision: 'approved' | 'refused' | 'withdrawn' | null;
  /** How many were approved, and how many of these were issued. */
  approved: number;
  issued: number;
};

export function requestStateOf({ decision, approved, issued }: RequestFacts): RequestState {
  if (decision === null) return 'waiting';
  if (decision !== 'approved') return decision;
  if (issued <= 0) return 'approved';
  return issued < approved ? 'partly_issued' : 'issued';
}

/** Held against what was planned and budgeted: what of a request has to be bought, and by how much it goes beyond. */
export type Room = {
  /** By the plan in force of its month, and of these approved on other requests already. */
  planned: number;
  taken: number;
  inStock: number;
  /** What its budget line has left, and what one costs. */
  left: number;
  price: number;
};
export type Beyond = { toBuy: number; cost: number; beyondPlan: number; beyondBudget: number };

/** What lies in stock is used before anything is bought (PRIN-12). */
export function beyondOf({ planned, taken, inStock, left, price }: Room, quantity: number): Beyond {
  const toBuy = Math.max(0, quantity - Math.max(0, inStock));
  const cost = toBuy * price;
  return {
    toBuy,
    cost,
    beyondPlan: Math.max(0, quantity - Math.max(0, planned - taken)),
    beyondBudget: Math.max(0, cost - Math.max(0, left)),
  };
}

type Approver = { personId: Id<'person'> | null; posts: readonly { key: string }[] };

/** Nobody approves what he asked for himself; what goes beyond plan or budget is for the post that the house names alone. */
export function whyNotApprove(
  actor: Approver,
  { askedBy, beyond, post }: { askedBy: Id<'person'>; beyond: boolean; post: string },
): Refusal | null {
  if (actor.personId === askedBy) return refusal('material.own');
  if (!beyond || actor.personId === null || actor.posts.some(({ key }) => key === post)) return null;
  return refusal('material.beyond', { post });
}

/** Only what waits is decided or withdrawn. */
export function whyNotDecide(facts: RequestFacts): Refusal | null {
  return facts.decision === null ? null : refusal('material.decided');
}

/** Issued is what was approved and lies there. */
export function whyNotIssue(facts: RequestFacts, inStock: number, quantity: number): Refusal | null {
  if (facts.decision !== 'approved') return refusal('material.not_approved');
  const left = facts.approved - facts.issued;
  if (quantity > left) return refusal('material.more_than_approved', { left });
  return quantity > inStock ? refusal('material.not_in_stock', { stock: Math.max(0, inStock) }) : null;
}

/** Each material once, and only open ones of the centre. */
export function whyNotLines(
  lines: readonly PlannedMaterial[],
  month: string,
  known: ReadonlySet<string>,
): Refusal | null {
  const ids = lines.map(({ materialId }) => materialId);
  const unknown = ids.findIndex((one) => !known.has(one));
  if (unknown >= 0) return refusal('material.unknown_line', { path: `lines.${unknown}.materialId` });
  const twice = ids.findIndex((one, at) => ids.indexOf(one) !== at);
  if (twice >= 0) return refusal('material.line_twice', { path: `lines.${twice}.materialId` });
  const outside = lines.findIndex(({ neededBy }) => neededBy.slice(0, 7) !== month);
  return outside < 0 ? null : refusal('material.day_outside', { path: `lines.${outside}.neededBy`, month });
}
