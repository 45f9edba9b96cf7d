import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { canOut, wordsOut } from '../platform/http/shapes.ts';
import { can } from './can.ts';
import type { Rights } from './grant.ts';
import { whyNotOver } from './grant.ts';

const holder = z.object({
  id: z.string(),
  name: z.string(),
  onDuty: z.boolean(),
  deputyRank: z.number().nullable(),
});

export const postOut = z.object({
  id: z.string(),
  key: z.string(),
  name: wordsOut,
  role: z.string(),
  centreId: z.string(),
  departmentId: z.string().nullable(),
  superiorPostId: z.string().nullable().describe('Who hears of lateness next'),
  neverEmpty: z.boolean(),
  mostDeputies: z.number(),
  rights: z.record(z.string(), z.string()).describe('Right to scope: own, department, centre, organisation'),
  people: z.array(holder).describe('Holders first, then deputies in their order'),
  closed: z.boolean(),
  version: z.number(),
  can: canOut.describe('change'),
});
type PostView = z.input<typeof postOut>;
export const postsOut = z.object({ items: z.array(postOut) });

type Row = {
  id: Id<'post'>;
  key: string;
  name: Words;
  role: string;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
  superior_post_id: Id<'post'> | null;
  never_empty: boolean;
  most_deputies: number;
  rights: Rights;
  closed: boolean;
  people: PostView['people'];
  version: number;
};

/** Every post with who stands at it, closed ones last. A few dozen rows. */
export async function listPosts(context: Context): Promise<z.input<typeof postsOut>> {
  const { rows } = await sql<Row>`
    select po.id, po.key, po.name, po.role, po.centre_id, po.department_id, po.superior_post_id, po.never_empty, po.most_deputies,
      po.rights, po.closed_at is not null as closed,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'onDuty', p.on_duty, 'deputyRank', pp.deputy_rank)
          order by pp.deputy_rank nulls first, p.name, p.id), '[]')
        from person_post pp join person p on p.id = pp.person_id where pp.post_id = po.id) as people,
      (select coalesce(max(e.seq), 0) from event e where e.subject_id = po.id) as version
    from post po order by po.closed_at is not null, po.key`.execute(context.tx);
  return { items: rows.map((row) => viewOf(context, row)) };
}

function viewOf({ actor }: Context, row: Row): PostView {
  const { centre_id, department_id, superior_post_id, never_empty, most_deputies, ...same } = row;
  const change =
    can(actor, 'people.edit', { centreId: centre_id, departments: [department_id] }) ?? whyNotOver(actor, [row.rights]);
  return {
    ...same,
    centreId: centre_id,
    departmentId: department_id,
    superiorPostId: superior_post_id,
    neverEmpty: never_empty,
    mostDeputies: most_deputies,
    can: { change },
  };
}
