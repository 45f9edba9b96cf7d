import type { z } from 'zod';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Id } from '../../kernel/id.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { eraseNames, patternOf } from '../../platform/erase-names.ts';
import { record } from '../../platform/journal.ts';
import { allowToSee, lockTicket } from '../../ticket/facts.ts';
import { indexTicket } from '../../ticket/search.ts';
import { elsewhere } from '../elsewhere.ts';
import { isHeld } from '../facts.ts';
import type { decideStillNamedInput } from '../inputs.ts';
import { whyNotDecide, whyNotStillNamed } from '../still-named.ts';
import type { StillNamed, NamedPlace } from '../still-named.ts';

/**
 * Somebody decided about one text in which an erased customer is still named: his name is blackened there, for good, or it is
 * left, with the reason. Either way nobody keeps the name any longer for the sake of this line.
 */
export async function decideStillNamed(
  context: Context,
  id: Id<'still_named'>,
  { decision, why }: z.output<typeof decideStillNamedInput>,
): Promise<void> {
  const { tx, now } = context;
  const line = await lockLine(context, id);
  orForbid(whyNotStillNamed(context.actor, line.centre_id));
  if (line.ticket_id) await allowToSee(context, await lockTicket(context, line.ticket_id));
  if (decision === 'left' && why === '') throw new Invalid('still_named.why_missing', { path: 'why' });
  const held = decision === 'blackened' && (await isHeld(context, line.ticket_id ?? line.row_id));
  orRefuse(whyNotDecide(line, held));
  if (decision === 'blackened') await blacken(context, line);
  await tx
    .updateTable('still_named')
    .set({ words: null, decided_at: now, decided_by_id: actingPerson(context), decision, why: why || null })
    .where('id', '=', id)
    .execute();
  await record(context, {
    subject: { type: 'customer', id: line.customer_id },
    type: 'customer.still_named_decided',
    data: { line: id, place: line.place, decision },
  });
}

async function lockLine({ tx }: Context, id: Id<'still_named'>): Promise<StillNamed> {
  const row = await tx.selectFrom('still_named').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFound('still_named.unknown');
  return row;
}

async function blacken(context: Context, { place, row_id, words, ticket_id, customer_id }: StillNamed): Promise<void> {
  const { key, ...book } = elsewhere(place as NamedPlace);
  const pattern = patternOf(words!);
  if (pattern !== null) await eraseNames(context.tx, book, pattern, { key, id: row_id });
  if (!ticket_id) return;
  // found by that name no longer
  await indexTicket(context, await lockTicket(context, ticket_id));
  await record(context, {
    subject: { type: 'ticket', id: ticket_id },
    type: 'ticket.customer_erased',
    data: { customer: customer_id },
  });
}
