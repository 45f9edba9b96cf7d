import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { digest, readCode } from '../digest.ts';
import type { PasswordHash } from '../password-hash.ts';
import { refuseFormer } from '../former-passwords.ts';
import { endSessions, endTokens } from './end-access.ts';
import { storePassword } from './store-password.ts';

/**
 * Gives a person the password he chose, for the one-time code. The code is gone with it, whoever else sends it at the
 * same time; all his sessions and personal tokens end, for somebody else may have had them. Why it failed is not told: not the name, not the code, not its age.
 */
export async function usePasswordCode(
  context: Context,
  given: { username: string; code: string; hash: PasswordHash; typed: string },
): Promise<void> {
  const { tx, now } = context;
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where(sql`lower(username)`, '=', given.username.toLowerCase())
    .where('left_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const used = person
    ? await tx
        .deleteFrom('password_code')
        .where('person_id', '=', person.id)
        .where('hash', '=', digest(readCode(given.code)))
        .where('expires_at', '>', now)
        .returning('by_id')
        .executeTakeFirst()
    : undefined;
  if (!person || !used) throw new Invalid('sign_in.code_wrong', { path: 'code' });
  await refuseFormer(tx, person.id, given.typed);
  await storePassword(tx, person.id, given.hash, now);
  await endSessions(tx, person.id);
  const tokensEnded = await endTokens(tx, person.id);
  const himself = { ...context, actor: { personId: person.id, name: person.name, posts: [] } };
  await record(himself, {
    subject: { type: 'person', id: person.id },
    type: 'person.password_changed',
    data: { byCodeOf: used.by_id, ...(tokensEnded > 0 ? { tokensEnded } : {}) },
  });
}
