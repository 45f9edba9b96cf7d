import { sql } from 'kysely';
import { OWED_AS } from '../../conversation/conversation.ts';

/** The same matter reported twice is one matter. */
export const NOT_A_DUPLICATE = sql`t.closed_as is distinct from 'duplicate'`;

/**
 * A promise has fallen due once it was settled, in time or not as its verdict stands now, or has run out and is still owed. One that
 * stands still in a pause, was cancelled, or has time left has not.
 */
export const FELL_DUE = (now: string) =>
  sql`(c.outcome in ('kept', 'late') or (c.settled_at is null and c.state = 'running' and c.due_at < ${now}::timestamptz))`;

/** The verdict as it stands, corrected by hand or not. */
export const KEPT = sql`c.outcome is not distinct from 'kept'`;

/** An answer owed to what somebody wrote, by whichever channel; and by chat. */
export const OF_CONVERSATION = sql`c.kind = ${sql.lit(OWED_AS)}`;
export const OF_CHAT = sql`${OF_CONVERSATION} and ch.kind = 'chat'`;
