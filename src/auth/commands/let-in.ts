import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { NotSignedIn } from '../../kernel/refusal.ts';
import { digest, newSecret } from '../digest.ts';
import { securityOf } from '../security.ts';
import { firstExpiry } from '../session-life.ts';
import type { Waiting } from '../waiting.ts';

/** Nothing is owed any more: the session that waited is good from now on. Of many at once, one. */
export async function letIn({ tx, now }: Context, waiting: Waiting): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('auth_session')
    .set({ waits_for: null, created_at: now, updated_at: now, expires_at: firstExpiry(now) })
    .where('id', '=', waiting.sessionId)
    .where('waits_for', '=', waiting.waitsFor)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw new NotSignedIn('sign_in.begin_again');
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
