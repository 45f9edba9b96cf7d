import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { findOpen } from '../../commitment/rows.ts';
import { contactInput } from '../../contact/inputs.ts';
import { recordContact } from '../../contact/commands/record-contact.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Left } from '../arrival.ts';
import { OWED_AS, whyNotLeave, whyNotSaid } from '../arrival.ts';
import type { Arrival } from '../facts.ts';
import { lockArrival } from '../facts.ts';
import type { Leave } from '../inputs.ts';
import { receive } from './take.ts';

/**
 * He leaves, and what came of it is said; the visit goes into the visit record with it (RECP-03). Whom nobody had called was received
 * by whoever says so. Who left unserved was kept waiting if his time was over, else nothing was owed him any more.
 */
export async function leave(context: Context, id: Id<'arrival'>, input: Leave): Promise<void> {
  const one = await lockArrival(context, id);
  orRefuse(whyNotLeave(one, input.outcome));
  const wrong = whyNotSaid(input);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  if (input.outcome !== 'unserved' && one.taken_at === null) await receive(context, one);
  const contactId = await recordContact(
    context,
    contactInput.parse({
      channel: 'visit',
      purpose: one.purpose,
      ...(one.customer_id ? { customerId: one.customer_id } : {}),
      ...(one.name ? { callerName: one.name } : {}),
      ...(one.place_id ? { placeId: one.place_id } : {}),
      outcome: input.words,
      ticketIds: input.ticketId ? [input.ticketId] : [],
      happenedAt: one.arrived_at,
      endedAt: context.now,
    }),
  );
  await settle(context, one, { outcome: input.outcome, contactId });
}

/** What was written down of somebody who stands here was taken in as any other: his visit ends with it. Whoever has left has left. */
export async function leaveByContact(
  context: Context,
  { id, contactId, outcome }: { id: Id<'arrival'>; contactId: Id<'contact'>; outcome: Left },
): Promise<void> {
  const one = await lockArrival(context, id);
  if (one.left_at !== null) return;
  if (one.taken_at === null) await receive(context, one);
  await settle(context, one, { outcome, contactId });
}

type Ending = { outcome: Left; contactId: Id<'contact'> };

async function settle(context: Context, one: Arrival, { outcome, contactId }: Ending): Promise<void> {
  const { tx, now } = context;
  await tx
    .updateTable('arrival')
    // his name stands in the visit record from now on, where it is kept and erased as every caller's
    .set({ left_at: now, outcome, contact_id: contactId, name: '' })
    .where('id', '=', one.id)
    .execute();
  if (outcome === 'unserved') await settleUnserved(context, one.id);
  await record(context, {
    subject: { type: 'arrival', id: one.id },
    type: 'arrival.left',
    data: { outcome, contact: contactId },
  });
}

async function settleUnserved(context: Context, id: Id<'arrival'>): Promise<void> {
  const [open] = await findOpen(context.tx, { subjectId: id, kinds: [OWED_AS] });
  if (open && open.due_at < context.now) await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  else await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS], reason: 'left' });
}
