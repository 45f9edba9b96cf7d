import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** Every thing of a list of the settings that ever stood there, as it last did: what was taken out of it is not new. */
export async function everInSettings<Item extends { key: string }>(
  { tx }: Context,
  list:
    | 'canned'
    | 'phrases'
    | 'reports'
    | 'scorecards'
    | 'assessments'
    | 'questionnaires'
    | 'meetings'
    | 'documentKinds'
    | 'archiveClasses'
    | 'liaison'
    | 'contractorServices',
): Promise<Record<string, Item>> {
  const { rows } = await sql<{ one: Item }>`
    select distinct on (one->>'key') one
    from settings_version v, jsonb_array_elements(coalesce(v.content->${list}::text, '[]')) as one
    order by one->>'key', v.version desc`.execute(tx);
  return Object.fromEntries(rows.map(({ one }) => [one.key, one]));
}
