import { sql } from 'kysely';
import { json } from '../../kernel/json.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';

/** Keeps what a change altered, as it stood. */
export async function keepBefore(context: Context, subjectId: string, before: Record<string, unknown>): Promise<void> {
  if (Object.keys(before).length === 0) return;
  await sql`
    insert into liaison_change (subject_id, no, before, by_id, at)
    select ${subjectId}::uuid, coalesce(max(no), 0) + 1, ${json(before)}::jsonb, ${actingPerson(context)}, ${context.now}
    from liaison_change where subject_id = ${subjectId}::uuid`.execute(context.tx);
}
