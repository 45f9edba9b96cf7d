import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { Refused } from '../../kernel/refusal.ts';
import { withOwnHands } from '../auth.ts';
import type { Sealer } from '../sealing.ts';
import { sealedFor } from '../second-factor.ts';
import { newTotpSecret } from '../totp.ts';

/**
 * A secret for a person's telephone; one begun before and never confirmed is forgotten. Nothing is asked for until a code has
 * confirmed it. Refused where one is in use: it is turned off first, which takes a code of it.
 */
export async function beginSecondFactor(context: Context, sealer: Sealer): Promise<{ secret: string }> {
  withOwnHands(context.actor);
  const { tx, now, organisation } = context;
  const personId = actingPerson(context);
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst();
  const known = await tx
    .selectFrom('second_factor')
    .select('confirmed_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (known?.confirmed_at) throw new Refused('second_factor.in_use');
  const secret = await newTotpSecret();
  const row = { secret: await sealer.seal(secret, sealedFor(organisation.schema, personId)), begun_at: now };
  await tx
    .insertInto('second_factor')
    .values({ person_id: personId, confirmed_at: null, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...row, last_step: 0 }))
    .execute();
  return { secret };
}
