import { optedOut } from '../channel/opt-outs.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { Conversation } from './conversation.ts';

/** Whoever has said that he wants nothing more by this channel has nothing by it. */
export async function whyNotWanted(
  context: Pick<Context, 'tx'>,
  { channel_id, correspondent }: Pick<Conversation, 'channel_id' | 'correspondent'>,
): Promise<Refusal | null> {
  return (await optedOut(context, channel_id, correspondent)) ? refusal('conversation.opted_out') : null;
}
