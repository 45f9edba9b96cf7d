import { sql } from 'kysely';
import { json } from '../kernel/json.ts';
import type { Context } from './context.ts';
import { actingPerson } from './context.ts';

/** What a change alters of a thing, as it stood: kept in a table of its owner's, numbered by thing (`of` names the thing). */
export function keeperIn(table: string, of: string) {
  const [kept, subject] = [sql.table(table), sql.ref(of)];
  return async (context: Context, id: string, before: Record<string, unknown>): Promise<void> => {
    if (Object.keys(before).length === 0) return;
    await sql`
      insert into ${kept} (${subject}, no, before, by_id, at)
      select ${id}::uuid, coalesce(max(no), 0) + 1, ${json(before)}::jsonb, ${actingPerson(context)}, ${context.now}
      from ${kept} where ${subject} = ${id}::uuid`.execute(context.tx);
  };
}
