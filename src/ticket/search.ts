import type { SearchField } from '../kernel/text/terms.ts';
import type { Context } from '../platform/context.ts';
import { indexForSearch } from '../platform/search-index.ts';
import type { Ticket } from './ticket.ts';

/** By what a ticket is found: its number, what it says, who called, and where. Notes are found by reading the ticket. */
export async function indexTicket(context: Context, ticket: Ticket): Promise<void> {
  const { tx } = context;
  const customer =
    ticket.customer_id &&
    (await tx.selectFrom('customer').select('name').where('id', '=', ticket.customer_id).executeTakeFirst());
  const place =
    ticket.place_id &&
    (await tx.selectFrom('place').select(['code', 'name']).where('id', '=', ticket.place_id).executeTakeFirst());
  const fields: SearchField[] = [
    { text: String(ticket.number), kind: 'number' },
    { text: ticket.title },
    { text: ticket.need },
    { text: ticket.outcome ?? '' },
    { text: ticket.caller_name ?? '', kind: 'name' },
    { text: ticket.caller_phone ?? '', kind: 'phone' },
    { text: customer ? customer.name : '', kind: 'name' },
    { text: place ? place.code : '', kind: 'unit' },
    { text: place ? place.name : '' },
    ...Object.entries(ticket.fields)
      .filter(([key, value]) => !key.startsWith('_') && typeof value === 'string')
      .map(([, value]) => ({ text: value as string })),
  ];
  await indexForSearch(context, {
    type: 'ticket',
    id: ticket.id,
    at: ticket.opened_at,
    centreId: ticket.centre_id,
    fields: fields.filter((field) => field.text !== ''),
  });
}
