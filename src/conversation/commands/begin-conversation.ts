import type { Insertable } from 'kysely';
import type { Channel } from '../../channel/port.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Conversation } from '../conversation.ts';
import type { ConversationTable } from '../table.ts';

type Begun = Pick<Insertable<ConversationTable>, 'subject' | 'correspondent' | 'correspondent_name' | 'customer_id'> &
  Partial<Insertable<ConversationTable>>;

/** A conversation by a channel, with nobody's answer owed in it yet; what is not said of it, it has not. */
export async function beginConversation(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  channel: Channel,
  begun: Begun,
): Promise<Conversation> {
  return tx
    .insertInto('conversation')
    .values({
      id: newId<'conversation'>(now),
      channel_id: channel.id,
      centre_id: channel.centre_id,
      department_id: channel.department_id,
      about_id: null,
      owner_id: null,
      waiting_since: null,
      closed_at: null,
      closed_because: null,
      began_at: now,
      last_at: now,
      ...begun,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}
