import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { withOwnHands } from '../auth.ts';
import type { PasswordHash } from '../password-hash.ts';
import { endCode, endSessions, endTokens } from './end-access.ts';
import { storePassword } from './store-password.ts';

/**
 * A person's own new password, the current one having been proven. Every other session of his ends, and an unused one-time
 * code; his programs go on, unless he ends their tokens too.
 */
export async function changePassword(
  context: Context,
  hash: PasswordHash,
  { current, alsoTokens }: { current: Id<'session'> | undefined; alsoTokens: boolean },
): Promise<void> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  await context.tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst();
  await storePassword(context.tx, personId, hash, context.now);
  await endSessions(context.tx, personId, current);
  await endCode(context.tx, personId);
  const tokensEnded = alsoTokens ? await endTokens(context.tx, personId) : 0;
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'person.password_changed',
    data: tokensEnded > 0 ? { tokensEnded } : {},
  });
}
