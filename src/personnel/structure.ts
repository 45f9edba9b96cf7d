import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Forbidden } from '../kernel/refusal.ts';
import { holds } from '../organisation/can.ts';
import { departmentNamed, departments } from '../organisation/house.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import type { Context } from '../platform/context.ts';
import { namesOf } from './assessment-rows.ts';
import { STAFF_RIGHTS } from './reach.ts';
import { rulesOf } from './rules.ts';
import type { structureOut } from './view.ts';

type Structure = z.input<typeof structureOut>;
type Row = { id: Id<'post'>; key: string; duties: string | null };

/**
 * Who stands where (PERF-03): departments, their posts from the top down with what each owes and how it is assessed, who holds and
 * deputises it, and which are vacant. Drawn from the posts as they stand, so that it changes when a posting does.
 */
export async function readStructure(context: Context): Promise<Structure> {
  if (!STAFF_RIGHTS.some((right) => holds(context.actor, right)))
    throw new Forbidden('right.missing', { right: 'staff.see' });
  const directory = await readDirectory(context);
  const names = await namesOf(context);
  const known = await departments(context);
  const { assessments } = await rulesOf(context);
  const { rows } = await sql<Row>`select p.id, p.key,
      (select d.text from duty_statement d where d.post_id = p.id order by d.version desc limit 1) as duties
    from post p where p.closed_at is null`.execute(context.tx);
  const drawn = rows.flatMap((row) => directory.posts.get(row.id) ?? []);
  const said = new Map(rows.map((row) => [row.id, row]));
  const depthOf = (id: Id<'post'> | null, depth = 0): number =>
    id === null || depth > drawn.length ? depth : depthOf(directory.posts.get(id)?.superiorId ?? null, depth + 1);
  const order = drawn.toSorted((one, other) => depthOf(one.id) - depthOf(other.id) || (one.id < other.id ? -1 : 1));
  const groups = Map.groupBy(order, ({ departmentId }) => departmentId);
  return {
    items: [...groups].map(([department, posts]) => ({
      department: departmentNamed(known, department),
      posts: posts.map(({ id, superiorId, holders, deputies }) => ({
        ...names.post(id),
        superior: superiorId && names.post(superiorId),
        holders: holders.map(names.person),
        deputies: deputies.map(names.person),
        scheme: assessments.find((scheme) => scheme.posts.includes(said.get(id)!.key))?.name ?? null,
        duties: said.get(id)!.duties,
      })),
    })),
    posts: drawn.length,
    vacant: drawn.filter(({ holders }) => holders.length === 0).length,
  };
}
