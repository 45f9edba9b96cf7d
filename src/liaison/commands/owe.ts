import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { later } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { owe } from '../../work-plan/commands/give-items.ts';
import type { BodyRow } from '../facts.ts';
import { OWED_AS, touchBy } from '../liaison.ts';

/** The next step of a matter is owed by whoever is in charge; the one before it is done, or held no more. */
export async function oweStep(
  context: Context,
  matterId: Id<'liaison_matter'>,
  { personId, centreId, by }: { personId: Id<'person'>; centreId: Id<'centre'>; by: Instant },
): Promise<void> {
  if (by <= context.now) throw new Invalid('promise.in_past', { path: 'next.by' });
  const subject = { type: 'liaison_matter' as const, id: matterId };
  await owe(context, { kind: OWED_AS.step, subject, ownerId: personId, centreId }, by);
}

/** Somebody was in touch, or how often is another now: the next touch is owed from then on (EXTR-03). */
export async function oweTouch(context: Context, body: BodyRow, touchedAt: Instant | null): Promise<void> {
  const which = { subjectId: body.id, kinds: [OWED_AS.touch] };
  if (touchedAt) await keepCommitments(context, { ...which, happenedAt: touchedAt });
  else await cancelCommitments(context, { ...which, reason: 'plan_changed' });
  if (body.every === null || body.ended_at !== null) return;
  const subject = { type: 'liaison_body' as const, id: body.id };
  const owed = { kind: OWED_AS.touch, subject, ownerId: body.person_id, centreId: body.centre_id };
  // a touch logged long after it was leaves a week at least for the next
  const dueAt = later(touchBy(body.every, touchedAt ?? context.now), touchBy('week', context.now));
  await owe(context, owed, dueAt);
}
