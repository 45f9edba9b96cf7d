import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Transfer } from '../call.ts';
import type { Telling } from './take-in-calls.ts';

/** Where it was handed on, and whether somebody took it there (CHAN-14). What was said of why stays as it was. */
export async function keepTransfers(
  { tx, now }: Context,
  { phones, at }: Telling,
  callId: Id<'phone_call'>,
  transfers: readonly Transfer[],
): Promise<void> {
  for (const { key, kind, from, to, outcome, at: epoch } of transfers)
    await tx
      .insertInto('phone_transfer')
      .values({
        id: newId<'phone_transfer'>(now),
        call_id: callId,
        key,
        kind,
        from_id: phones.byEndpoint.get(from) ?? null,
        to_id: phones.byNumber.get(to) ?? null,
        to_number: to,
        reason: null,
        at: at(epoch),
        outcome,
      })
      .onConflict((conflict) => conflict.columns(['call_id', 'key']).doUpdateSet({ outcome }))
      .execute();
}
