import { randomBytes } from 'node:crypto';
import type { Sealer } from '../auth/sealing.ts';
import type { Id } from '../kernel/id.ts';
import type { Organisation } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Channel } from './port.ts';

/** What a channel keeps sealed. */
export type ChannelSecret = {
  /** Password or token. */
  secret: string;
  /** OAuth 2.0's secret of the client, where it has one. */
  clientSecret: string | null;
  /** What the other side proves itself with when it calls, where that is another than `secret`. */
  hook?: string;
  /** What Tencent encrypts under. */
  aesKey?: string;
  /** Marks reply addresses; made with the channel, and never shown. */
  replyKey: string;
};

const about = (schema: string, id: Id<'channel'>): string => `channel ${schema} ${id}`;

export function sealSecret(
  sealer: Sealer,
  { schema }: Pick<Organisation, 'schema'>,
  id: Id<'channel'>,
  secret: ChannelSecret,
): Promise<string> {
  return sealer.seal(JSON.stringify(secret), about(schema, id));
}

/** Refused (`seal.key_lost`) where it was sealed with another key. */
export async function openSecret(
  sealer: Sealer,
  { schema }: Pick<Organisation, 'schema'>,
  channel: Pick<Channel, 'id' | 'secret'>,
): Promise<ChannelSecret> {
  return JSON.parse(await sealer.open(channel.secret, about(schema, channel.id))) as ChannelSecret;
}

/** A secret that the other side gave anew, in place of the one of this channel; not where somebody has changed that meanwhile. */
export async function keepSecret(
  sealer: Sealer,
  organisation: Pick<Organisation, 'schema'>,
  transact: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>,
  { id, secret: before }: Pick<Channel, 'id' | 'secret'>,
  secret: ChannelSecret,
): Promise<string> {
  const sealed = await sealSecret(sealer, organisation, id, secret);
  await transact((tx) =>
    tx.updateTable('channel').set({ secret: sealed }).where('id', '=', id).where('secret', '=', before).execute(),
  );
  return sealed;
}

export function replyKeyOf({ replyKey }: ChannelSecret): Buffer {
  return Buffer.from(replyKey, 'base64url');
}

export const newReplyKey = (): string => randomBytes(32).toString('base64url');
