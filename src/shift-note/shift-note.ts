import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Actor } from '../organisation/can.ts';

/** Why something stands in a note: promised in the next hours, open, offered and not taken over, a notice, a checklist. */
export const SORTS = ['promised', 'open', 'waiting', 'notice', 'round'] as const;
export type Sort = (typeof SORTS)[number];

/** One thing the next must know of, as it stood at the moment of writing. Ids and moments; names are read where they stand. */
export type NoteLine = {
  sort: Sort;
  type: 'ticket' | 'rectification' | 'round';
  id: string;
  /** What is owed on it next, and by when; null: nothing. */
  kind: string | null;
  dueAt: Instant | null;
  remark: string;
};

/** What happened in the shift, counted at the moment of writing. */
export const figuresShape = z.object({
  contacts: z.number().describe('Calls, visits and letters taken'),
  opened: z.number().describe('Tickets opened'),
  resolved: z.number().describe('Tickets of the post resolved'),
  rounds: z.number().describe('Checklists completed'),
  late: z.number().describe('What those at the post owe and is late'),
});
export type Figures = z.infer<typeof figuresShape>;

/** What is owed for a note, as a commitment. */
export const OWED_AS = 'accept_shift';

/** And of a day, by a post that hands over daily (WFRC-06). */
export const HANDOVER_OWED_AS = 'hand_over_shift';

type Standing = { by_id: Id<'person'>; post_id: Id<'post'>; accepted_at: Instant | null };

export function actsIn(actor: Actor, postId: Id<'post'>): boolean {
  return actor.posts.some((post) => post.id === postId);
}

/** Those at a post hand it over. */
export function whyNotHandOver(actor: Actor, post: { id: Id<'post'>; hasShifts: boolean }): Refusal | null {
  if (!post.hasShifts) return refusal('shift_note.no_shifts');
  return actsIn(actor, post.id) ? null : refusal('shift_note.not_your_post');
}

/** One shift is handed over once: by whoever knows of the last handover, and not by a colleague who wrote at the same time. */
export function whyNotAfter(last: { id: Id<'shift_note'> } | null, seenId: Id<'shift_note'> | null): Refusal | null {
  return (last?.id ?? null) === seenId ? null : refusal('shift_note.handed_over_meanwhile');
}

/** Accepted once, by whoever owes that (the one it was handed to, or who took over for him); where nobody does, by whoever else is at the post. */
export function whyNotAccept(note: Standing, owedById: Id<'person'> | null, actor: Actor): Refusal | null {
  if (note.accepted_at !== null) return refusal('shift_note.accepted');
  if (note.by_id === actor.personId) return refusal('shift_note.own');
  const mine = owedById === null ? actsIn(actor, note.post_id) : owedById === actor.personId;
  return mine ? null : refusal('shift_note.not_for_you');
}
