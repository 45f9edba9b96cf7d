import { sql } from 'kysely';
import type { SearchField } from '../kernel/text/terms.ts';
import type { Context } from '../platform/context.ts';
import { indexForSearch } from '../platform/search-index.ts';
import type { Ticket } from './ticket.ts';

/** By what a ticket is found: its number, what it says, who called, and where. Notes are found by reading the ticket. */
export async function indexTicket(context: Context, ticket: Ticket): Promise<void> {
  const { customer, code, place } = await namesAround(context, ticket);
  const fields: SearchField[] = [
    { text: String(ticket.number), kind: 'number' },
    { text: ticket.title },
    { text: ticket.need },
    { text: ticket.outcome ?? '' },
    { text: ticket.caller_name ?? '', kind: 'name' },
    { text: ticket.caller_phone ?? '', kind: 'phone' },
    { text: customer ?? '', kind: 'name' },
    { text: code ?? '', kind: 'unit' },
    { text: place ?? '' },
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

type Names = { customer: string | null; code: string | null; place: string | null };

async function namesAround({ tx }: Context, { customer_id, place_id }: Ticket): Promise<Names> {
  const { rows } = await sql<Names>`
    select (select name from customer where id = ${customer_id}) as customer, place.code, place.name as place
    from (select 1) one left join place on place.id = ${place_id}`.execute(tx);
  return rows[0]!;
}
