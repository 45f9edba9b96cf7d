import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orNotForHim } from '../colleagues.ts';
import { isThere, lockOwn } from '../facts.ts';
import type { noteInput } from '../inputs.ts';
import { writeMessage } from './write-message.ts';

/**
 * Words among ourselves: they never go out, and whoever waits goes on waiting. Who is named in them hears of it. The same id again
 * writes nothing twice.
 */
export async function noteOnConversation(
  context: Context,
  id: Id<'conversation'>,
  note: z.output<typeof noteInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  if (await isThere(context, id, note.id)) return;
  const mentions = [...new Set(note.mentions)];
  await orNotForHim(context, conversation, mentions);
  await writeMessage(context, conversation, {
    id: note.id,
    direction: 'note',
    state: 'there',
    author_id: actingPerson(context),
    author_name: context.actor.name,
    author_address: '',
    recipients: json([]),
    subject: '',
    text: note.text,
    at: context.now,
  });
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.noted',
    data: { message: note.id, ...(mentions.length > 0 ? { mentions } : {}) },
  });
}
