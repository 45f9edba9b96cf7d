import type { World } from '../world.ts';

/** Where the ids of a thing stand, if not in the table of its name. */
const TABLES: Record<string, string> = { session: 'auth_session', token: 'personal_token' };
export const THINGS = [
  ...['absence', 'appointment', 'calendar', 'centre', 'commitment', 'contact', 'customer', 'department', 'file'],
  ...['finding', 'note', 'notification', 'person', 'place', 'post', 'rectification', 'return_visit', 'ruling'],
  ...['session', 'ticket', 'token', 'urging', 'work_order'],
];

/** The real ids of an organisation, by what they are of; those of people without the callers of these tests. */
export async function idsIn(world: World): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const { schema } = world.organisation;
  for (const thing of THINGS) {
    const table = TABLES[thing] ?? thing;
    const but =
      thing === 'person'
        ? `where username = 'fitter'`
        : thing === 'post'
          ? `where key = 'repair_worker'`
          : thing === 'work_order' || thing === 'ticket'
            ? 'order by number_of desc'
            : '';
    const text = `select id from ${schema}.${table} ${but.replace('number_of', 'id')} limit 5`;
    const { rows } = await world.database.pool.query<{ id: string }>(text);
    found[thing] = rows.map((row) => row.id);
  }
  return found;
}
