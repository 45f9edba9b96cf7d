import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Transfer } from '../call.ts';
import type { Telling } from './take-in-calls.ts';

/** What whoever handed it on by our button said of why. */
function reasonAsked(callId: Id<'phone_call'>, to: string): RawBuilder<string | null> {
  return sql`(select action ->> 'reason' from telephone_order
    where call_id = ${callId} and action ->> 'do' = 'transfer' and action ->> 'to' = ${to}
    order by made_at desc limit 1)`;
}

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
        reason: reasonAsked(callId, to),
        at: at(epoch),
        outcome,
      })
      .onConflict((conflict) => conflict.columns(['call_id', 'key']).doUpdateSet({ outcome }))
      .execute();
}
