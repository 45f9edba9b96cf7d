import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { withOwnHands } from '../auth.ts';
import type { PasswordHash } from '../password-hash.ts';
import { endSessions } from './end-access.ts';
import { storePassword } from './store-password.ts';

/** A person's own new password, the current one having been proven. Every other session of his ends. */
export async function changePassword(
  context: Context,
  hash: PasswordHash,
  current: Id<'session'> | undefined,
): Promise<void> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  await context.tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst();
  await storePassword(context.tx, personId, hash, context.now);
  await endSessions(context.tx, personId, current);
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.password_changed' });
}
