import type { Id } from '../kernel/id.ts';
import type { Actor } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { thingOf } from './conversation.ts';

/** Whether somebody may see what hangs on a message: whoever may see its conversation. */
export async function maySeeMessage(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const conversation = await tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(['owner_id', 'department_id', 'centre_id'])
    .where('message.id', '=', id as Id<'message'>)
    .executeTakeFirst();
  return conversation !== undefined && can(actor, 'conversation.see', thingOf(conversation)) === null;
}

/** Whether somebody may see a conversation; to whoever may not, it is not there. */
export async function maySeeConversation({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: Id<'conversation'>) {
  const conversation = await tx
    .selectFrom('conversation')
    .select(['owner_id', 'department_id', 'centre_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  return conversation !== undefined && can(actor, 'conversation.see', thingOf(conversation)) === null;
}
