import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { dropCallBackInput, transferInput } from '../inputs.ts';
import { CALL_BACK } from '../owed-as.ts';

/** One's own call, or any of a centre whose calls one may record. Throws NotFound `telephone.call_unknown`. */
export async function lockCall(context: Context, id: Id<'phone_call'>) {
  const call = await context.tx
    .selectFrom('phone_call')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!call) throw new NotFound('telephone.call_unknown');
  const people = call.answered_by_id ? [call.answered_by_id] : [];
  orForbid(can(context.actor, 'contact.record', { people, departments: [], centreId: call.centre_id }));
  return call;
}

/**
 * A call was handed on, to whom, why, and whether he took it (CHAN-14). Of one that the exchange told of, only the reason is added; by
 * hand all of it is written down. The same id again changes nothing.
 */
export async function noteTransfer(
  context: Context,
  callId: Id<'phone_call'>,
  input: z.output<typeof transferInput>,
): Promise<void> {
  const call = await lockCall(context, callId);
  const { tx } = context;
  const told = await tx
    .updateTable('phone_transfer')
    .set({ reason: input.reason })
    .where('call_id', '=', callId)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (Number(told.numUpdatedRows) === 0)
    await tx
      .insertInto('phone_transfer')
      .values({
        id: input.id,
        call_id: callId,
        key: null,
        kind: input.kind,
        from_id: actingPerson(context),
        to_id: input.toId ?? null,
        to_number: input.toNumber ?? null,
        reason: input.reason,
        at: happened(context, input.at, call.began_at),
        outcome: input.outcome,
      })
      .execute();
  await record(context, {
    subject: { type: 'phone_call', id: callId },
    type: 'call.transfer_noted',
    data: { transfer: input.id, outcome: input.outcome },
  });
}

/** He need not be called back: a reason of few words says why. */
export async function dropCallBack(
  context: Context,
  callId: Id<'phone_call'>,
  { reason }: z.output<typeof dropCallBackInput>,
): Promise<void> {
  await lockCall(context, callId);
  await cancelCommitments(context, { subjectId: callId, kinds: [CALL_BACK], reason });
  context.signals.changed.set(callId, 'phone_call');
}
