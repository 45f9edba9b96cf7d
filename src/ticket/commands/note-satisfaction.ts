import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Ticket } from '../ticket.ts';

/**
 * What the customer thinks of the settling, given at a return visit (WORK-07): the last word counts. Whoever calls holds the
 * ticket's lock and has asked whether the visit may be made.
 */
export async function noteSatisfaction(
  context: Context,
  ticket: Pick<Ticket, 'id'>,
  satisfaction: number,
  visitId: string,
  at: Instant,
): Promise<void> {
  await write(context, ticket, satisfaction, at, { visit: visitId });
}

/** The same, said by himself on his page; `signatureId`: with his signature under it. */
export async function noteView(
  context: Context,
  ticket: Pick<Ticket, 'id'>,
  satisfaction: number,
  signatureId: Id<'file'> | null = null,
): Promise<void> {
  await write(context, ticket, satisfaction, context.now, signatureId === null ? {} : { signature: signatureId });
}

async function write(
  context: Context,
  ticket: Pick<Ticket, 'id'>,
  satisfaction: number,
  at: Instant,
  data: object,
): Promise<void> {
  await context.tx.updateTable('ticket').set({ satisfaction }).where('id', '=', ticket.id).execute();
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.view_given',
    happenedAt: at,
    data: { satisfaction, ...data },
  });
}
