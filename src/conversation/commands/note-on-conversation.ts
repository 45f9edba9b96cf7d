import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockOwn } from '../facts.ts';
import type { noteInput } from '../inputs.ts';
import { indexMessage } from '../search.ts';

/** Words among ourselves: they never go out, and whoever waits goes on waiting. The same id again writes nothing twice. */
export async function noteOnConversation(
  context: Context,
  id: Id<'conversation'>,
  note: z.output<typeof noteInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  const said = { subject: '', author_name: context.actor.name, author_address: '', text: note.text, at: context.now };
  const written = await context.tx
    .insertInto('message')
    .values({
      id: note.id,
      conversation_id: id,
      direction: 'note',
      state: 'there',
      author_id: actingPerson(context),
      ...said,
      recipients: json([]),
      html: null,
      external_id: null,
      answers_id: null,
      raw_file_id: null,
      contact_id: null,
      recorded_at: context.now,
      send_at: null,
      fault: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) return sameNote(context, id, note.id);
  await indexMessage(context, conversation.centre_id, { id: note.id, ...said });
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.noted',
    data: { message: note.id },
  });
}

async function sameNote({ tx }: Context, conversationId: Id<'conversation'>, id: Id<'message'>): Promise<void> {
  const there = await tx
    .selectFrom('message')
    .select('id')
    .where('id', '=', id)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst();
  if (!there) throw new Refused('already_there');
}
