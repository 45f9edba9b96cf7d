import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { todayIn } from '../../organisation/today.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, lockTicket, verdictsOf } from '../../ticket/facts.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { whyNotChange } from '../../ticket/ticket.ts';
import type { Choose } from '../inputs.ts';
import { whyNotChoose } from '../receipt.ts';

type Household = { place: Id<'place'>; customer: Id<'customer'> };

/**
 * Whom a notice reaches, in place of whom it would have reached before: of each place chosen, and of what stands in it, whoever lives
 * or trades there. Nobody hears of it until it is approved. Answers how many households that are.
 */
export async function chooseAddressees(context: Context, ticketId: Id<'ticket'>, input: Choose): Promise<number> {
  const { tx, now } = context;
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.handle', ticket);
  orRefuse(whyNotChange(ticket));
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  orRefuse(whyNotChoose(kind, await verdictsOf(tx, ticket.id)));
  await orUnknown(context, ticket, input);
  const households = await householdsOf(context, ticket, input, kind.receipts?.whom ?? 'household');
  await tx.deleteFrom('notice_receipt').where('ticket_id', '=', ticket.id).execute();
  await sql`
    insert into notice_receipt (id, ticket_id, customer_id, place_id, state)
    select x.id, ${ticket.id}, x.customer, x.place, 'chosen'
    from unnest(${households.map(() => newId<'notice_receipt'>(now))}::uuid[], ${households.map((one) => one.customer)}::uuid[],
      ${households.map((one) => one.place)}::uuid[]) as x (id, customer, place)`.execute(tx);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.addressees_chosen',
    data: { households: households.length },
  });
  return households.length;
}

async function orUnknown({ tx }: Context, { centre_id }: Ticket, { placeIds }: Choose): Promise<void> {
  if (placeIds.length === 0) return;
  const found = await tx
    .selectFrom('place')
    .select('id')
    .where('id', 'in', placeIds)
    .where('centre_id', '=', centre_id)
    .execute();
  const here = new Set<string>(found.map(({ id }) => id));
  const at = placeIds.findIndex((id) => !here.has(id));
  if (at >= 0) throw new Invalid('place.unknown', { path: `placeIds.${at}` });
}

/** Whom a notice is given to first, where several are of one place. */
const FIRST = {
  household: ['tenant', 'user', 'resident', 'owner'],
  owner: ['owner', 'user', 'resident', 'tenant'],
} as const;

/** One customer for each household, and each customer once: whoever the notice is for before the others. */
async function householdsOf(
  context: Context,
  { centre_id }: Ticket,
  { placeIds, all }: Choose,
  whom: keyof typeof FIRST,
): Promise<Household[]> {
  const today = await todayIn(context, centre_id);
  const first = all ? sql`centre_id = ${centre_id}` : sql`id = any(${placeIds}::uuid[])`;
  const { rows } = await sql<Household>`
    with recursive chosen as (
      select id from place where ${first} and closed_at is null
      union select p.id from place p join chosen c on p.parent_id = c.id where p.closed_at is null
    ), household as (
      select distinct on (cp.place_id) cp.place_id as place, cp.customer_id as customer
      from chosen join customer_place cp on cp.place_id = chosen.id join customer u on u.id = cp.customer_id
      where u.erased_at is null and (cp.until is null or cp.until >= ${today}::date) and (cp.since is null or cp.since <= ${today}::date)
      order by cp.place_id, array_position(${[...FIRST[whom]]}::text[], cp.relation), u.name, u.id
    )
    select distinct on (h.customer) h.place, h.customer from household h join place p on p.id = h.place
    order by h.customer, p.code, h.place`.execute(context.tx);
  return rows;
}
