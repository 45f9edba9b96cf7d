import type { z } from 'zod';
import type { Sealer } from '../auth/sealing.ts';
import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../kernel/refusal.ts';
import type { Edge } from '../platform/http/edge.ts';
import { channels } from './channels.ts';
import type { ChannelKind } from './kinds.ts';
import type { Channel } from './port.ts';
import type { ChannelSecret } from './secret.ts';
import { openSecret } from './secret.ts';

/**
 * The channel another system calls at, and what it keeps sealed. One of another sort is not there, nor one that has ended; one that is
 * switched off says so, and is called again.
 */
export async function channelCalled(
  sealer: Sealer,
  edge: Edge,
  id: Id<'channel'>,
  kinds: readonly ChannelKind[],
): Promise<{ channel: Channel; secret: ChannelSecret }> {
  const channel = (await edge.read((context) => channels(context))).get(id);
  if (!channel || !kinds.includes(channel.kind) || channel.ended_at !== null) throw new NotFound('channel.unknown');
  if (channel.off_at !== null) throw new Refused('channel.off');
  return { channel, secret: await openSecret(sealer, edge.organisation, channel) };
}

/** A body of another system's as JSON of this shape; what does not fit is said by its first place. */
export function readBody<Shape extends z.ZodType>(shape: Shape, body: Buffer): z.output<Shape> {
  let said: unknown;
  try {
    said = JSON.parse(body.toString('utf8'));
  } catch {
    throw new Invalid('hook.unreadable');
  }
  const read = shape.safeParse(said);
  if (read.success) return read.data;
  const [{ path, message }] = read.error.issues as [z.core.$ZodIssue];
  throw new Invalid('hook.malformed', { path: path.map(String).join('.') || '.', problem: message });
}
