import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus } from '../../kernel/time.ts';
import { CODE_LIFE } from '../auth.ts';
import { digest, newCode } from '../digest.ts';
import { lockForSignIn } from './reach-sign-in.ts';

/**
 * Makes the one-time code by which a person gives himself a new password; an earlier one no longer works. Refused
 * unless every post the person holds is within reach and none stands above one's own: a code is the key to all that they may do.
 */
export async function makePasswordCode(
  context: Context,
  personId: Id<'person'>,
): Promise<{ code: string; expiresAt: Instant }> {
  await lockForSignIn(context, personId);
  const { tx, now } = context;
  const code = newCode();
  const expiresAt = plus(now, CODE_LIFE);
  const row = { hash: digest(code), by_id: actingPerson(context), made_at: now, expires_at: expiresAt };
  await tx
    .insertInto('password_code')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.password_code_made' });
  return { code, expiresAt };
}
