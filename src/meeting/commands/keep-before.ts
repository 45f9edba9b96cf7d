import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';

/** Keeps what a change of the meeting altered, as it stood. */
export async function keepBefore(context: Context, id: Id<'meeting'>, before: Record<string, unknown>): Promise<void> {
  if (Object.keys(before).length === 0) return;
  await sql`
    insert into meeting_change (meeting_id, no, before, by_id, at)
    select ${id}, coalesce(max(no), 0) + 1, ${json(before)}::jsonb, ${actingPerson(context)}, ${context.now}
    from meeting_change where meeting_id = ${id}`.execute(context.tx);
}
