import type { World } from '../world.ts';

/** Where the ids of a thing stand, if not in the table of its name. */
const TABLES: Record<string, string> = { session: 'auth_session', token: 'personal_token' };
export const THINGS = (
  'absence appointment calendar centre commitment contact customer department feedback file finding improvement improvement_measure note notification person ' +
  'place post rectification return_visit ruling session spot_check spot_check_item ticket token urging work_order'
).split(' ');

/** Which of them: nobody whose change would end the callers of these tests, and matters that are still open. */
const CHOSEN: Record<string, string> = {
  person: `where username = 'fitter'`,
  post: `where key = 'repair_worker'`,
  ticket: 'order by id desc',
  work_order: 'order by id desc',
};

/** The real ids of an organisation, by what they are of. */
export async function idsIn(world: World): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  const { schema } = world.organisation;
  for (const thing of THINGS) {
    const table = TABLES[thing] ?? thing;
    const text = `select id from ${schema}.${table} ${CHOSEN[thing] ?? ''} limit 5`;
    const { rows } = await world.database.pool.query<{ id: string }>(text);
    found[thing] = rows.map((row) => row.id);
  }
  return found;
}
