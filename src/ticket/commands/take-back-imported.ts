import { takeBackCommitments } from '../../commitment/commands/take-back-commitments.ts';
import { Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { dropFromSearch } from '../../platform/search-index.ts';
import { lockTicket } from '../facts.ts';

/**
 * Takes a matter out again that came from another system's file and that nothing here has touched since, with what it owes. The journal
 * keeps that it was here. Refuses a matter of our own (`ticket.not_imported`) and one whose clocks have told somebody; what refers to it
 * by now is refused by the database.
 */
export async function takeBackImported(context: Context, id: string): Promise<void> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const ticket = await lockTicket(context, id);
  if (ticket.imported_from === null) throw new Refused('ticket.not_imported');
  await takeBackCommitments(context, ticket.id);
  await context.tx.deleteFrom('note').where('ticket_id', '=', ticket.id).execute();
  await context.tx.deleteFrom('ticket_sight').where('ticket_id', '=', ticket.id).execute();
  await context.tx.deleteFrom('ticket').where('id', '=', ticket.id).execute();
  await dropFromSearch(context, ticket.id);
  await record(context, { subject: { type: 'ticket', id: ticket.id }, ticketId: null, type: 'ticket.taken_back' });
}
