import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound, refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { colleaguesOut } from '../organisation/colleagues.ts';
import { colleaguesBy } from '../organisation/colleagues.ts';
import { named, personNames } from '../organisation/house.ts';
import { actorOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import type { Conversation } from './conversation.ts';
import { thingOf } from './conversation.ts';
import { maySeeConversation } from './may-see.ts';

type Whose = Pick<Conversation, 'owner_id' | 'department_id' | 'centre_id'>;

async function mayOtherSee(context: Context, conversation: Whose, id: Id<'person'>): Promise<boolean> {
  const actor = await actorOf(context.tx, id, context.now);
  return actor !== null && can(actor, 'conversation.see', thingOf(conversation)) === null;
}

/** Being named in a note opens a conversation to nobody who may not see it: refused, by his name. */
export async function orNotForHim(context: Context, conversation: Whose, ids: readonly Id<'person'>[]): Promise<void> {
  for (const id of ids)
    if (!(await mayOtherSee(context, conversation, id)))
      throw new Invalid('conversation.not_for_him', {
        path: 'mentions',
        name: named(await personNames(context), id)?.name ?? '',
      });
}

/** Colleagues by a few letters, and whether each may see the conversation. */
export async function colleaguesAt(
  context: Context,
  id: Id<'conversation'>,
  q: string,
): Promise<z.input<typeof colleaguesOut>> {
  if (!(await maySeeConversation(context, id))) throw new NotFound('conversation.unknown');
  const whose = await context.tx
    .selectFrom('conversation')
    .select(['owner_id', 'department_id', 'centre_id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return colleaguesBy(context, q, async (one, name) =>
    (await mayOtherSee(context, whose, one)) ? null : refusal('conversation.not_for_him', { name }),
  );
}
