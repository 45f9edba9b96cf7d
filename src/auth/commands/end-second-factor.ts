import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Tx } from '../../platform/tx.ts';
import type { Id } from '../../kernel/id.ts';
import { Refused } from '../../kernel/refusal.ts';
import { withOwnHands } from '../auth.ts';
import type { Sealer } from '../sealing.ts';
import { endSessions } from './end-access.ts';
import { lockForSignIn } from './reach-sign-in.ts';
import { takeCode } from './take-code.ts';

/** A person turns his own off, the password having been proven and with a code of it. Browsers once trusted are so no longer. */
export async function endSecondFactor(context: Context, sealer: Sealer, code: string): Promise<void> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  await takeCode(context, sealer, code);
  await forget(context.tx, personId);
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.second_factor_off' });
}

/**
 * The administrator takes it from somebody who lost the telephone: with a reason, which is kept, and the journal says who. All
 * his sessions end; where it is required, he sets up another as he next signs in. Refused where there is none.
 */
export async function resetSecondFactor(context: Context, personId: Id<'person'>, why: string): Promise<void> {
  await lockForSignIn(context, personId);
  const known = await context.tx
    .selectFrom('second_factor')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst();
  if (!known) throw new Refused('second_factor.none');
  await forget(context.tx, personId);
  await endSessions(context.tx, personId);
  const values = { person_id: personId, by_id: actingPerson(context), why, at: context.now };
  await context.tx.insertInto('second_factor_reset').values(values).execute();
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.second_factor_reset' });
}

async function forget(tx: Tx, personId: Id<'person'>): Promise<void> {
  await tx.deleteFrom('second_factor').where('person_id', '=', personId).execute();
  await forgetTrustedDevices(tx, personId);
}

/** Every browser is asked for the code again. */
export async function forgetTrustedDevices(tx: Tx, personId: Id<'person'>): Promise<void> {
  await tx.deleteFrom('trusted_device').where('person_id', '=', personId).execute();
}
