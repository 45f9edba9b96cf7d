import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { StillNamedTable } from './table.ts';

/** A text of another's matter in which a customer who was erased is still named. */
export type StillNamed = Selectable<StillNamedTable>;

/** The texts of matters in which somebody may be named whose matter it is not. */
export const NAMED_PLACES = [
  ...(['ticket', 'note', 'former_words', 'urging', 'approval', 'ruling', 'declined', 'promise', 'reminder'] as const),
  ...(['work_order', 'appointment', 'return_visit', 'visit_attempt', 'statement', 'attempt', 'agreement'] as const),
  ...(['proposal', 'plan', 'contact', 'former_outcome'] as const),
  ...(['conversation', 'message'] as const),
  ...(['customer', 'phone_label', 'email_label', 'relation'] as const),
] as const;
export type NamedPlace = (typeof NAMED_PLACES)[number];

/** Blackened or left by whoever may erase customers where the matter belongs; what belongs to no centre, by any of them. */
export function whyNotStillNamed(actor: Actor, centreId: Id<'centre'> | null): Refusal | null {
  const where = centreId === null ? {} : { centreId };
  return can(actor, 'customer.edit', where) ?? can(actor, 'customer.see_phone', where);
}

/** Decided once; and what a dispute needs is not blackened. */
export function whyNotDecide({ decided_at }: Pick<StillNamed, 'decided_at'>, held: boolean): Refusal | null {
  if (decided_at !== null) return refusal('still_named.decided');
  return held ? refusal('still_named.held') : null;
}

/** How much of a text is shown on either side of a name. */
const AROUND = 40;

/** The passages of texts in which a pattern stands, each with a little around it. */
export function passagesIn(texts: readonly string[], pattern: string): string[] {
  return texts.flatMap((text) => {
    const found = new RegExp(pattern, 'u').exec(text);
    if (!found) return [];
    const from = Math.max(0, found.index - AROUND);
    const to = found.index + found[0].length + AROUND;
    return [`${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`];
  });
}
