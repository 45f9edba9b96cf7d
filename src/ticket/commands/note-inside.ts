import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { happened } from '../../platform/journal.ts';
import { allow, lockTicket } from '../facts.ts';
import type { internalNoteInput } from '../inputs-words.ts';
import { orMayNotSee } from '../others-sight.ts';
import { writeNote } from './add-note.ts';
import { beginWatching } from './watch-ticket.ts';

/**
 * An internal note: inside, departments cooperate; the customer never sees it (PRIN-11). Allowed to all who see the ticket. Who is
 * named in it hears of it and watches the ticket; naming somebody opens it to nobody who may not see it.
 */
export async function addNote(context: Context, id: string, input: z.output<typeof internalNoteInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.see', ticket);
  const mentions = [...new Set(input.mentions)];
  for (const personId of mentions) await orMayNotSee(context, ticket, personId, 'mentions');
  const fresh = await writeNote(context, ticket, {
    id: input.id,
    text: input.text,
    kind: 'internal',
    at: happened(context, input.happenedAt, ticket.opened_at),
    mentions,
  });
  if (!fresh) return;
  for (const personId of mentions) if (personId !== ticket.owner_id) await beginWatching(context, ticket, personId);
}
