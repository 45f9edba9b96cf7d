import { sql } from 'kysely';
import type { Conversation } from '../conversation/conversation.ts';
import type { Context } from '../platform/context.ts';
import type { Channel } from './port.ts';

/** The conversation of a thread, by the other side's name of it. Whoever else asks for the same waits until this transaction has ended. */
export async function findByThread(
  { tx }: Context,
  channel: Channel,
  thread: string,
): Promise<Pick<Conversation, 'id' | 'correspondent' | 'group_sort'> | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`thread ${channel.id} ${thread}`}, 0))`.execute(tx);
  const found = await tx
    .selectFrom('conversation')
    .select(['id', 'correspondent', 'group_sort'])
    .where('channel_id', '=', channel.id)
    .where('thread', '=', thread)
    .executeTakeFirst();
  return found ?? null;
}
