import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { allOf, canOut, idOut, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { can } from './can.ts';
import type { Rights } from './grant.ts';
import { whyNotOver } from './grant.ts';
import { closedOut, keyOut, onDutyOut, personOut, roleOut } from './shapes.ts';

const holder = personOut.extend({
  onDuty: onDutyOut,
  deputyRank: z.number().nullable().describe('null: holds it; 1, 2, ...: stands in for it'),
});

export const postOut = z.object({
  id: idOut('post'),
  key: keyOut,
  name: wordsOut,
  role: roleOut,
  centreId: idOut('centre'),
  departmentId: idOut('department').nullable().describe('Where it belongs; null: to no department'),
  superiorPostId: idOut('post').nullable().describe('Who hears of lateness next; null: nobody above'),
  neverEmpty: z.boolean().describe('Never left empty: the last one on duty names who covers'),
  mostDeputies: z.number().describe('How many deputies may be named for it'),
  rights: z.record(z.string(), z.string()).describe('Right to scope: own, department, centre, organisation'),
  people: z.array(holder).describe('Holders first, then deputies in their order'),
  closed: closedOut,
  version: versionOut,
  can: canOut.describe('change'),
});
type PostView = z.input<typeof postOut>;
export const postsOut = allOf(postOut);

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
