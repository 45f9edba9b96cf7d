import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { comparable } from '../phones.ts';
import type { LineChannel } from '../system.ts';
import { keepCallBacks, keepWriteUp } from './owe.ts';

type Touched = { contactId: Id<'contact'>; line: LineChannel; rings: number | null; callId: Id<'phone_call'> | null };
type Touch = {
  id: Id<'contact'>;
  direction: 'in' | 'out';
  customer_id: Id<'customer'> | null;
  caller_phone: string | null;
  centre_id: Id<'centre'>;
  by_id: Id<'person'>;
  at: Instant;
  ended_at: Instant | null;
};

/**
 * A touch by telephone was written down: of a call that an exchange told of, or by hand where there is none. By hand it leaves the same
 * record of its rings (CHAN-15).
 */
export async function followContact(context: Context, { contactId, line, rings, callId }: Touched): Promise<void> {
  const touch: Touch = await context.tx
    .selectFrom('contact')
    .select(['id', 'direction', 'customer_id', 'caller_phone', 'centre_id', 'by_id', 'at', 'ended_at'])
    .where('id', '=', contactId)
    .executeTakeFirstOrThrow();
  const number = callId === null ? comparable(touch.caller_phone) : await writeUp(context, touch, callId);
  if (callId === null && rings !== null) await keepByHand(context, touch, { line, rings, number });
  // nobody is told of the past of what came in from a file
  if (!context.replaying) await keepCallBacks(context, { number, customerId: touch.customer_id }, touch.at);
}

async function writeUp(context: Context, touch: Touch, callId: Id<'phone_call'>): Promise<string | null> {
  const call = await context.tx
    .selectFrom('phone_call')
    .select(['id', 'number', 'customer_id', 'contact_id'])
    .where('id', '=', callId)
    .forUpdate()
    .executeTakeFirst();
  if (!call) throw new NotFound('telephone.call_unknown');
  if (call.contact_id !== null) return call.number;
  await context.tx
    .updateTable('phone_call')
    .set({ contact_id: touch.id, customer_id: call.customer_id ?? touch.customer_id })
    .where('id', '=', call.id)
    .execute();
  await keepWriteUp(context, call.id, context.now);
  await record(context, {
    subject: { type: 'phone_call', id: call.id },
    type: 'call.written_up',
    data: { contact: touch.id },
  });
  return call.number;
}

async function keepByHand(
  context: Context,
  touch: Touch,
  { line, rings, number }: { line: LineChannel; rings: number; number: string | null },
): Promise<void> {
  await context.tx
    .insertInto('phone_call')
    .values({
      id: newId<'phone_call'>(context.now),
      system_id: null,
      key: touch.id,
      direction: touch.direction,
      number,
      customer_id: touch.customer_id,
      line: null,
      channel: line,
      queue: null,
      centre_id: touch.centre_id,
      began_at: touch.at,
      joined_at: null,
      rang_at: null,
      answered_at: touch.at,
      answered_by_id: touch.by_id,
      rings,
      recording: null,
      ended_at: touch.ended_at ?? touch.at,
      ended_by: null,
      cause: null,
      outcome: 'answered',
      contact_id: touch.id,
      notes: null,
    })
    .execute();
}
