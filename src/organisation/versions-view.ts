import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import { idOut, momentOut } from '../platform/http/shapes.ts';
import { can, orForbid } from './can.ts';
import { centres } from './house.ts';
import { listPosts } from './posts-view.ts';
import { RIGHTS, SCOPES } from './rights.ts';
import { effectOfRights, leavesNobody } from './rights-effect.ts';
import type { Rights } from './grant.ts';
import { changedByOut, changedWhyOut } from './shapes.ts';

export const versionsOut = z.object({
  items: z
    .array(
      z.object({
        version: z.number().describe('1, 2, ...; 1 says neither who nor why where it is older than this list'),
        content: z.record(z.string(), z.unknown()).describe('What it was from then on, as it is sent to change it'),
        at: momentOut,
        by: changedByOut,
        why: changedWhyOut,
      }),
    )
    .describe('The newest first; 100 at most, none where it was never changed'),
});
type Versions = z.input<typeof versionsOut>;

/** Whoever changes posts and departments here may read what they were, and nobody of elsewhere. */
async function reachPost({ tx, actor }: Context, id: Id<'post'>): Promise<void> {
  const columns = ['centre_id as centreId', 'department_id as departmentId'] as const;
  const post = await tx.selectFrom('post').select(columns).where('id', '=', id).executeTakeFirst();
  if (!post) throw new NotFound('post.unknown');
  orForbid(can(actor, 'people.edit', { centreId: post.centreId, departments: [post.departmentId] }));
}

async function reachDepartment({ tx, actor }: Context, id: Id<'department'>): Promise<void> {
  const department = await tx
    .selectFrom('department')
    .select('centre_id as centreId')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!department) throw new NotFound('department.unknown');
  orForbid(can(actor, 'people.edit', { centreId: department.centreId, departments: [id] }));
}

async function versionsOf({ tx }: Context, of: 'post' | 'department' | 'centre', id: string): Promise<Versions> {
  const { rows } = await sql<Versions['items'][number]>`
    select v.version, v.content, v.at, v.why, p.name as by
    from ${sql.table(`${of}_version`)} v left join person p on p.id = v.by_id
    where ${sql.ref(`v.${of}_id`)} = ${id} order by v.version desc limit 100`.execute(tx);
  return { items: rows };
}

/** What a post was before, newest first, with who changed it and why. */
export async function postVersions(context: Context, id: Id<'post'>): Promise<Versions> {
  await reachPost(context, id);
  return versionsOf(context, 'post', id);
}

/** The same of a department. */
export async function departmentVersions(context: Context, id: Id<'department'>): Promise<Versions> {
  await reachDepartment(context, id);
  return versionsOf(context, 'department', id);
}

/** The same of a centre. */
export async function centreVersions(context: Context, id: Id<'centre'>): Promise<Versions> {
  if (!(await centres(context)).has(id)) throw new NotFound('centre.unknown');
  orForbid(can(context.actor, 'people.edit', { centreId: id }));
  return versionsOf(context, 'centre', id);
}

const scopeOut = z.enum(SCOPES).nullable().describe('How far it reaches; null: he has it not');

export const rightsEffectOut = z.object({
  people: z
    .array(
      z.object({
        id: idOut('person'),
        name: z.string().describe('Who'),
        changes: z
          .array(z.object({ right: z.enum(RIGHTS).describe('Which right'), before: scopeOut, after: scopeOut }))
          .describe('What he gains or loses, by all his posts'),
      }),
    )
    .describe('Whoever holds the post or stands in for it and gains or loses something'),
  leavesNobody: z.boolean().describe('true: nobody would be left who edits people; it is refused'),
});

/** What other rights of a post would give and take, person by person. Changes nothing. */
export async function previewRights(
  context: Context,
  postId: Id<'post'>,
  rights: Rights,
): Promise<z.input<typeof rightsEffectOut>> {
  await reachPost(context, postId);
  const posts = (await listPosts(context)).items.map((post) => ({ ...post, rights: post.rights as Rights }));
  return { people: effectOfRights(posts, postId, rights), leavesNobody: leavesNobody(posts, postId, rights) };
}
