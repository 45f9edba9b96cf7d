import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { named, personNames } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readCursor } from '../platform/http/cursor.ts';
import { catalogueOf } from './facts.ts';
import type { MasteryQuery } from './inputs.ts';
import { keyNamed } from './named.ts';
import type { SkillMasteryTable } from './table.ts';
import type { masteryOut } from './view-people.ts';

/** What people master, as it was seen day by day, the newest first (TRNG-09). */
export async function listMastery(context: Context, query: MasteryQuery): Promise<z.input<typeof masteryOut>> {
  const wanted = [
    rowsInReach(context, 'training.see', { rows: 'm', own: sql`m.person_id = ${context.actor.personId}` }),
  ];
  if (query.person) wanted.push(sql`m.person_id = ${query.person}`);
  if (query.skill) wanted.push(sql`m.skill = ${query.skill}`);
  if (query.department) wanted.push(sql`m.department_id = ${query.department}`);
  if (query.from) wanted.push(sql`m.day >= ${query.from}`);
  if (query.until) wanted.push(sql`m.day < ${query.until}`);
  const after = readCursor(query.after, 2)?.map(String);
  if (after) wanted.push(sql`(m.day, m.id::text) < (${after[0]}, ${after[1]})`);
  const { rows } = await sql<Selectable<SkillMasteryTable>>`
    select m.* from skill_mastery m where ${sql.join(wanted, sql` and `)}
    order by m.day desc, m.id::text desc limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  const { skills } = await catalogueOf(context);
  return page(
    rows,
    query.limit,
    (row) => {
      const skill = skills.find(({ key }) => key === row.skill);
      return {
        id: row.id,
        person: named(names, row.person_id),
        skill: keyNamed(skills, row.skill),
        sort: skill?.sort ?? null,
        level: row.level,
        levelName: skill?.levels[row.level - 1] ?? null,
        needed: skill?.needed ?? null,
        day: row.day,
        remark: row.remark,
        by: named(names, row.by_id),
      };
    },
    (row) => cursorOf(row.day, row.id),
  );
}
