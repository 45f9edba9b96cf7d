import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, Refused } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Thing } from './can.ts';
import { can, orForbid } from './can.ts';
import type { Rights } from './grant.ts';
import { whyNotOver } from './grant.ts';

export type Person = Awaited<ReturnType<typeof lockPerson>>;

/** The person, locked; `person.unknown` where there is none, `person.left` where he has gone. */
export async function lockPerson(context: Context, id: Id<'person'>) {
  const person = await context.tx
    .selectFrom('person')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!person) throw new NotFound('person.unknown');
  if (person.left_at !== null) throw new Refused('person.left');
  return person;
}

export type PostHeld = {
  postId: Id<'post'>;
  departmentId: Id<'department'> | null;
  centreId: Id<'centre'>;
  rights: Rights;
};

/** Every post somebody holds or deputises. */
export async function postsOf(tx: Tx, personId: Id<'person'>): Promise<PostHeld[]> {
  const rows = await tx
    .selectFrom('person_post')
    .innerJoin('post', 'post.id', 'person_post.post_id')
    .select(['post.id', 'post.department_id', 'post.centre_id', 'post.rights'])
    .where('person_post.person_id', '=', personId)
    .execute();
  return rows.map((row) => ({
    postId: row.id,
    departmentId: row.department_id,
    centreId: row.centre_id,
    rights: row.rights as Rights,
  }));
}

/** What `can` is asked about a person. Whoever has no post yet belongs to no centre, and may be taken into any. */
export function thingOf(personId: Id<'person'>, posts: readonly PostHeld[]): Thing {
  const centre = posts[0]?.centreId;
  return {
    people: [personId],
    departments: posts.map((post) => post.departmentId),
    ...(centre ? { centreId: centre } : {}),
  };
}

/** Only for whoever may edit this person, and is not below what this person holds. */
export async function orMayNotEdit(
  context: Context,
  personId: Id<'person'>,
  more: readonly Rights[] = [],
): Promise<PostHeld[]> {
  const posts = await postsOf(context.tx, personId);
  orForbid(can(context.actor, 'people.edit', thingOf(personId, posts)));
  orForbid(whyNotOver(context.actor, [...posts.map((post) => post.rights), ...more]));
  return posts;
}

/** After posts were taken or changed: somebody must be left who may put it right again. */
export async function refuseUnadministered(context: Context): Promise<void> {
  const left = await context.tx
    .selectFrom('person_post')
    .innerJoin('post', 'post.id', 'person_post.post_id')
    .innerJoin('person', 'person.id', 'person_post.person_id')
    .select('person.id')
    .where('person.left_at', 'is', null)
    .where('post.closed_at', 'is', null)
    .where('person_post.deputy_rank', 'is', null)
    .where(sql<boolean>`post.rights ->> 'people.edit' = 'organisation'`)
    .limit(1)
    .executeTakeFirst();
  if (!left) throw new Refused('organisation.nobody_administers');
}

export async function lockPost(context: Context, id: Id<'post'>) {
  const post = await context.tx.selectFrom('post').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!post) throw new NotFound('post.unknown');
  return post;
}

/** Locks the posts that are never left empty, so that the last two cannot leave at the same moment. */
export async function lockNeverEmpty(context: Context): Promise<void> {
  await context.tx
    .selectFrom('post')
    .select('id')
    .where('never_empty', '=', true)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
