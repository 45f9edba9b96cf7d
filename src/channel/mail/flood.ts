import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { HOUR, plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { keptAddress } from '../kinds.ts';
import type { Channel } from '../port.ts';
import type { Thread } from './thread.ts';

/** Nobody begins more conversations than this within an hour, nor does a form on a page that writes for everybody under one name. */
const MOST_BEGUN = 50;
/** What follows goes on in his newest, until so many lie in it: a page that shows more is slow for whoever reads it. */
const MOST_IN_ONE = 200;

/**
 * Where a mail goes that points to nothing, from an address that floods us: nothing is thrown away, and ten thousand mails are a
 * hundred conversations, not ten thousand that each ask for an answer. Null: it begins one of its own. By the index of correspondents.
 */
export async function floodOf({ tx, now }: Context, channel: Channel, address: string): Promise<Thread | null> {
  if (address === '') return null;
  const { rows } = await sql<{ id: Id<'conversation'>; lately: number; full: boolean }>`
    with lately as (
      select id, last_at from conversation
      where channel_id = ${channel.id} and correspondent = ${keptAddress(channel.kind, address)} and last_at > ${plus(now, -HOUR)}
      order by last_at desc limit ${MOST_BEGUN}
    )
    select id, (select count(*)::int from lately) as lately,
      (select count(*) from (select from message m where m.conversation_id = lately.id limit ${MOST_IN_ONE}) among) = ${MOST_IN_ONE} as full
    from lately order by last_at desc, id desc limit 1`.execute(tx);
  const newest = rows[0];
  if (!newest || newest.lately < MOST_BEGUN || newest.full) return null;
  return { conversationId: newest.id, answersId: null };
}
