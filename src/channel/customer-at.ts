import { customersByNumber } from '../customer/by-number.ts';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { ChannelKind } from './kinds.ts';
import { keptAddress } from './kinds.ts';
import type { Channel } from './port.ts';

/** Whose address that is, as each sort of channel knows customers; nobody where several share it, or none has it. */
export async function customerAt(context: Context, channel: Where, address: string): Promise<Id<'customer'> | null> {
  const found = await LOOK_UP[channel.kind](context, keptAddress(channel.kind, address), channel.id);
  return found.length === 1 ? found[0]! : null;
}

/** Two are enough to know that it is shared. */
type LookUp = (context: Context, address: string, channel: Id<'channel'>) => Promise<readonly Id<'customer'>[]>;
type Where = Pick<Channel, 'id' | 'kind'>;

/** A visitor is known by what his browser shows, never by what he says. */
const nobodys: LookUp = async () => [];

const LOOK_UP: Record<ChannelKind, LookUp> = {
  mail: byMailAddress,
  chat: nobodys,
  connector: byBinding,
  sms: byPhone,
  wechat: byBinding,
  wecom: byBinding,
};

/** A number of no country or area may be anybody's. */
async function byPhone({ tx }: Context, address: string): Promise<Id<'customer'>[]> {
  return address.startsWith('+') ? customersByNumber(tx, address) : [];
}

/** As somebody here has said; what the other side calls him proves nothing. */
async function byBinding({ tx }: Context, address: string, channel: Id<'channel'>): Promise<Id<'customer'>[]> {
  const found = await tx
    .selectFrom('channel_binding')
    .select('customer_id')
    .where('channel_id', '=', channel)
    .where('address', '=', address)
    .execute();
  return found.flatMap(({ customer_id }) => customer_id ?? []);
}

async function byMailAddress({ tx }: Context, address: string): Promise<Id<'customer'>[]> {
  const found = await tx
    .selectFrom('customer_email')
    .innerJoin('customer', 'customer.id', 'customer_email.customer_id')
    .select('customer.id')
    .distinct()
    .where((e) => e(e.fn('lower', ['customer_email.address']), '=', address))
    .where('customer.erased_at', 'is', null)
    .limit(2)
    .execute();
  return found.map(({ id }) => id);
}
