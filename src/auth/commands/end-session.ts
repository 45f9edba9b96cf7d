import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import type { Id } from '../../kernel/id.ts';
import { withOwnHands } from '../auth.ts';

/** Signs a person out on one device. Only his own; ending what has ended already is no mistake. */
export async function endSession(context: Context, sessionId: Id<'session'>): Promise<void> {
  withOwnHands(context.actor);
  await context.tx
    .deleteFrom('auth_session')
    .where('id', '=', sessionId)
    .where('user_id', '=', actingPerson(context))
    .execute();
}
