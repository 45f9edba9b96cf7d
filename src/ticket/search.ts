import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { SearchField } from '../kernel/text/terms.ts';
import type { Context } from '../platform/context.ts';
import { indexForSearch } from '../platform/search-index.ts';
import type { Ticket } from './ticket.ts';

/** By what a ticket is found: its number, what it says, who called, and where. Notes are found by reading the ticket. */
export async function indexTicket(context: Context, ticket: Ticket, around?: Around): Promise<void> {
  const { customer, code, place } = around ?? (await aroundOf(context, ticket.customer_id, ticket.place_id));
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

/** Who calls and where, as far as a ticket is found by it; null where nobody or nowhere was named, or is known. */
export type Around = {
  customer: string | null;
  centreId: Id<'centre'> | null;
  code: string | null;
  place: string | null;
};

export async function aroundOf(
  { tx }: Pick<Context, 'tx'>,
  customerId: string | null | undefined,
  placeId: string | null | undefined,
): Promise<Around> {
  const { rows } = await sql<Around>`
    select (select name from customer where id = ${customerId ?? null}) as customer, place.centre_id as "centreId", place.code, place.name as place
    from (select 1) one left join place on place.id = ${placeId ?? null}`.execute(tx);
  return rows[0]!;
}
