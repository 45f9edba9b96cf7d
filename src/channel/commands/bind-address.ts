import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';

/** Whose an address of a channel is, as somebody here has said; null: nobody's after all. */
export async function bindAddress(
  { tx, now }: Context,
  channelId: Id<'channel'>,
  address: string,
  customerId: Id<'customer'> | null,
): Promise<void> {
  if (customerId === null) {
    await tx.deleteFrom('channel_binding').where('channel_id', '=', channelId).where('address', '=', address).execute();
    return;
  }
  await tx
    .insertInto('channel_binding')
    .values({ channel_id: channelId, address, customer_id: customerId, place_id: null, at: now })
    .onConflict((conflict) =>
      conflict.columns(['channel_id', 'address']).doUpdateSet({ customer_id: customerId, at: now }),
    )
    .execute();
}

/** Of which unit somebody is who has an address of a channel: he has scanned its code. */
export async function bindPlace(
  { tx, now }: Context,
  channelId: Id<'channel'>,
  address: string,
  placeId: Id<'place'>,
): Promise<void> {
  await tx
    .insertInto('channel_binding')
    .values({ channel_id: channelId, address, customer_id: null, place_id: placeId, at: now })
    .onConflict((conflict) => conflict.columns(['channel_id', 'address']).doUpdateSet({ place_id: placeId, at: now }))
    .execute();
}

/** He is known by none of them any more. */
export async function forgetBindings({ tx }: Context, customerId: Id<'customer'>): Promise<void> {
  await tx.deleteFrom('channel_binding').where('customer_id', '=', customerId).execute();
  await tx.deleteFrom('channel_scene').where('customer_id', '=', customerId).execute();
}
