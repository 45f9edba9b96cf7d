import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';

/** What hung on a message of theirs and was fetched after it; null: it cannot be had, and why. */
export async function attachToMessage(
  { tx, signals }: Context,
  id: Id<'message'>,
  fetched: { fileId: Id<'file'> } | { fault: string },
): Promise<void> {
  const message = await tx
    .selectFrom('message')
    .select('conversation_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if ('fault' in fetched) await tx.updateTable('message').set({ fault: fetched.fault }).where('id', '=', id).execute();
  else
    await sql`insert into message_file (message_id, file_id, no, content_id)
      select ${id}, ${fetched.fileId}, count(*), null from message_file where message_id = ${id}`.execute(tx);
  signals.changed.set(message.conversation_id, 'conversation');
}
