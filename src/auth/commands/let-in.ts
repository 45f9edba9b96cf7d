import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { NotSignedIn } from '../../kernel/refusal.ts';
import { digest, newSecret } from '../digest.ts';
import { isPasswordOld } from '../password-age.ts';
import { WAITS } from '../second-factor.ts';
import { securityOf } from '../security.ts';
import { firstExpiry } from '../session-life.ts';
import type { Waiting } from '../waiting.ts';

/**
 * What was owed is done: the session that waited is good from now on, unless a new password is owed as well; which, is the answer.
 * Of many at once, one.
 */
export async function letIn({ tx, now }: Context, waiting: Waiting): Promise<'password' | null> {
  const security = await securityOf(tx);
  const session = await tx
    .selectFrom('auth_session')
    .select('provider_id')
    .where('id', '=', waiting.sessionId)
    .executeTakeFirst();
  const old = session?.provider_id === null && (await isPasswordOld(tx, waiting.personId, security, now));
  const next = old ? 'password' : null;
  const good = { created_at: now, updated_at: now, expires_at: firstExpiry(now, security.sessions) };
  const { numUpdatedRows } = await tx
    .updateTable('auth_session')
    .set(next ? { waits_for: next, expires_at: plus(now, WAITS[next]) } : { waits_for: null, ...good })
    .where('id', '=', waiting.sessionId)
    .where('waits_for', '=', waiting.waitsFor)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw new NotSignedIn('sign_in.begin_again');
  return next;
}

/** What this browser keeps so that it is not asked for a code for some days; null where the house trusts none. */
export async function trustDevice(context: Context): Promise<{ token: string; days: number } | null> {
  const { tx, now } = context;
  const { trustDays: days } = (await securityOf(tx)).secondFactor;
  if (days === 0) return null;
  const personId = actingPerson(context);
  await tx.deleteFrom('trusted_device').where('expires_at', '<=', now).execute();
  const token = newSecret();
  await tx
    .insertInto('trusted_device')
    .values({ hash: digest(token), person_id: personId, made_at: now, expires_at: plus(now, days * DAY) })
    .execute();
  return { token, days };
}
