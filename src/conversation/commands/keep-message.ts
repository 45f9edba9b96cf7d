import type { Incoming } from '../../channel/port.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import type { Conversation } from '../conversation.ts';
import { writeMessage } from './write-message.ts';

/** A message from outside, as it came, with what hangs on it. */
export async function keepMessage(
  context: Context,
  conversation: Conversation,
  incoming: Incoming,
  contactId: Id<'contact'> | null,
): Promise<void> {
  const { id, from, recipients, subject, text, quoted, html, sort, externalId, answersId, at, rawFileId } = incoming;
  await writeMessage(context, conversation, {
    id,
    direction: 'in',
    sort,
    state: 'there',
    author_id: null,
    author_name: from.name,
    author_address: from.address,
    recipients: json(recipients),
    subject,
    text,
    quoted,
    html,
    external_id: externalId,
    answers_id: answersId,
    raw_file_id: rawFileId,
    contact_id: contactId,
    at,
  });
  await keepFiles(context, incoming);
}

/** What hangs on it; that the files are the message's own its channel has said as it stored them. */
async function keepFiles({ tx }: Context, { id, files }: Incoming): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map((file, no) => ({ message_id: id, file_id: file.id, no, content_id: file.contentId }));
  await tx.insertInto('message_file').values(rows).execute();
}
