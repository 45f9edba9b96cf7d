import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { ChannelKind } from './kinds.ts';

/** Whose address that is, as each sort of channel knows customers; nobody where several share it, or none has it. */
export async function customerAt(context: Context, kind: ChannelKind, address: string): Promise<Id<'customer'> | null> {
  const found = await LOOK_UP[kind](context, address);
  return found.length === 1 ? found[0]! : null;
}

/** Two are enough to know that it is shared. */
type LookUp = (context: Context, address: string) => Promise<readonly Id<'customer'>[]>;

/** A visitor is known by what his browser shows, never by what he says. */
const nobodys: LookUp = async () => [];

const LOOK_UP: Record<ChannelKind, LookUp> = { mail: byMailAddress, chat: nobodys };

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
