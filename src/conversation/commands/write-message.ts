import type { Insertable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Conversation } from '../conversation.ts';
import { indexMessage } from '../search.ts';
import type { MessageTable } from '../table.ts';

type Written = Pick<
  Insertable<MessageTable>,
  | 'id'
  | 'direction'
  | 'state'
  | 'author_id'
  | 'author_name'
  | 'author_address'
  | 'subject'
  | 'text'
  | 'at'
  | 'recipients'
> &
  Partial<Insertable<MessageTable>>;

/** Writes one message of a conversation and lets it be found; what is not said of it, it has not. */
export async function writeMessage(context: Context, conversation: Conversation, message: Written): Promise<void> {
  await context.tx
    .insertInto('message')
    .values({
      html: null,
      external_id: null,
      answers_id: null,
      raw_file_id: null,
      contact_id: null,
      send_at: null,
      fault: null,
      delivered_at: null,
      ...message,
      conversation_id: conversation.id,
      recorded_at: context.now,
    })
    .execute();
  await indexMessage(context, conversation.centre_id, message);
}
