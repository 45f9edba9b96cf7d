import type { z } from 'zod';
import { recordContact } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { reopenTicket } from '../../ticket/commands/reopen-ticket.ts';
import { noteView } from '../../ticket/commands/note-satisfaction.ts';
import { lockTicket } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { isDissatisfied } from '../../ticket/ticket.ts';
import { forCustomer } from '../desk-actor.ts';
import type { addWordInput, solvedInput } from '../inputs.ts';
import { attachPhotos, attachSignature } from './attach-pictures.ts';

/** He adds a word: a touch like any other, which ends a wait for him. Who may was asked before. */
export async function addWord(
  asked: Context,
  ticketId: Id<'ticket'>,
  input: z.output<typeof addWordInput>,
): Promise<void> {
  const context = await forCustomer(asked);
  const ticket = await lockTicket(context, ticketId);
  await say(context, ticket, input.text);
  await attachPhotos(context, ticket.id, input.photos);
}

async function say(context: Context, ticket: Ticket, need: string): Promise<void> {
  await recordContact(
    context,
    contactInput.parse({
      channel: 'web',
      written: true,
      purpose: 'follow_up',
      ...(ticket.customer_id ? { customerId: ticket.customer_id } : {}),
      ...(ticket.caller_name ? { callerName: ticket.caller_name } : {}),
      need,
      ticketIds: [ticket.id],
    }),
  );
}

/**
 * He says whether it is solved, and how he finds it: what he is not content with is opened again (WORK-07). What is in order he may sign;
 * throws Invalid `entry.signer_missing` for a signature without a name.
 */
export async function sayWhetherSolved(
  asked: Context,
  ticketId: Id<'ticket'>,
  input: z.output<typeof solvedInput>,
): Promise<void> {
  const context = await forCustomer(asked);
  const ticket = await lockTicket(context, ticketId);
  if (ticket.stage_class !== 'resolved' && ticket.stage_class !== 'closed') throw new Refused('ticket.not_resolved');
  if (input.text !== '') await say(context, ticket, input.text);
  const { signature, signedBy } = input;
  if (signature !== undefined && signedBy === '') throw new Invalid('entry.signer_missing', { path: 'signedBy' });
  const signatureId =
    signature === undefined ? null : await attachSignature(context, ticket.id, { signature, signedBy });
  await noteView(context, ticket, input.satisfaction, signatureId);
  if (!input.solved || isDissatisfied(input.satisfaction))
    await reopenTicket(context, ticket.id, { reason: input.text, because: 'dissatisfied' });
}
