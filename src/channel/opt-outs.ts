import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';

/** Whether whoever has this address has said that he wants nothing more by this channel. */
export async function optedOut(
  { tx }: Pick<Context, 'tx'>,
  channelId: Id<'channel'>,
  address: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('channel_opt_out')
    .select('at')
    .where('channel_id', '=', channelId)
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}
