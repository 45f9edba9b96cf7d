import { orErased } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { LASTS } from '../access.ts';
import type { CustomerAccessTable } from '../table.ts';

type To = { ticketId: Id<'ticket'> } | { customerId: Id<'customer'> };

/** Writes down the digest of a secret that was just made; who holds the secret gets in until it expires. */
export async function giveAccess(
  context: Context,
  kind: CustomerAccessTable['kind'],
  hash: string,
  to: To,
): Promise<Instant> {
  const expiresAt = plus(context.now, LASTS[kind]);
  await context.tx
    .insertInto('customer_access')
    .values({
      id: newId<'access'>(context.now),
      kind,
      hash,
      ticket_id: 'ticketId' in to ? to.ticketId : null,
      customer_id: 'customerId' in to ? to.customerId : null,
      made_by_id: kind === 'code' ? context.actor.personId : null,
      made_at: context.now,
      expires_at: expiresAt,
    })
    .execute();
  return expiresAt;
}

async function orMayNot(context: Context, customerId: Id<'customer'>): Promise<void> {
  await orErased(context.tx, customerId);
  const homes = await context.tx
    .selectFrom('customer_place')
    .innerJoin('place', 'place.id', 'customer_place.place_id')
    .select('place.centre_id')
    .where('customer_place.customer_id', '=', customerId)
    .execute();
  const mine = homes.find((home) => context.actor.posts.some((post) => post.centreId === home.centre_id));
  const centreId = (mine ?? homes[0])?.centre_id;
  orForbid(can(context.actor, 'customer.edit', centreId === undefined ? {} : { centreId }));
}

/** A code that the desk says or prints; it takes the place of one that was given and not used. */
export async function giveCode(context: Context, customerId: Id<'customer'>, hash: string): Promise<Instant> {
  await orMayNot(context, customerId);
  await context.tx
    .updateTable('customer_access')
    .set({ revoked_at: context.now })
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'code')
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  const expiresAt = await giveAccess(context, 'code', hash, { customerId });
  await record(context, { subject: { type: 'customer', id: customerId }, type: 'customer.access_given', data: {} });
  return expiresAt;
}

/** Whatever leads to his matters leads there no more: codes, sessions, and the links of each of them. */
export async function revokeAccess(context: Context, customerId: Id<'customer'>): Promise<void> {
  await orMayNot(context, customerId);
  const own = context.tx.selectFrom('ticket').select('id').where('customer_id', '=', customerId);
  await context.tx
    .updateTable('customer_access')
    .set({ revoked_at: context.now })
    .where((row) => row.or([row('customer_id', '=', customerId), row('ticket_id', 'in', own)]))
    .where('revoked_at', 'is', null)
    .execute();
  await record(context, { subject: { type: 'customer', id: customerId }, type: 'customer.access_revoked', data: {} });
}
