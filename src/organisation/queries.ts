import { sql } from 'kysely';
import type { ToWhom } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/db.ts';
import type { Actor, HeldPost } from './can.ts';
import type { Ask } from './directory.ts';
import { postsOfRole, standing, whoIsToldBy } from './directory.ts';
import type { Reading } from './read-directory.ts';
import { readDirectory } from './read-directory.ts';
import type { Role } from './role.ts';

/** Posts held, and those deputised that no holder keeps at this moment. */
function postsActed(tx: Tx, personId: Id<'person'>, now: Instant) {
  return sql<{
    id: Id<'post'>;
    role: string;
    department_id: Id<'department'> | null;
    centre_id: Id<'centre'>;
    rights: HeldPost['rights'];
  }>`
    select post.id, post.role, post.department_id, post.centre_id, post.rights
    from person_post mine join post on post.id = mine.post_id
    where mine.person_id = ${personId} and post.closed_at is null and (mine.deputy_rank is null or not exists (
      select from person_post other join person holder on holder.id = other.person_id
      where other.post_id = mine.post_id and other.deputy_rank is null and holder.left_at is null and holder.on_duty
        and not exists (select from absence
          where absence.person_id = holder.id and absence.ended_at is null and absence.from_at <= ${now}::timestamptz
            and (absence.until_at is null or absence.until_at > ${now}::timestamptz))))
    order by mine.deputy_rank nulls first, mine.since, post.id`.execute(tx);
}

/**
 * Who acts: the person with all posts held, and those deputised whose holders are all off duty or away. Null for somebody
 * unknown or gone. Two reads by key.
 */
export async function actorOf(tx: Tx, personId: Id<'person'>, now: Instant): Promise<Actor | null> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (!person) return null;
  const { rows } = await postsActed(tx, personId, now);
  const posts = rows.map(({ id, role, department_id, centre_id, rights }) => ({
    id,
    role,
    departmentId: department_id,
    centreId: centre_id,
    rights,
  }));
  return { personId: person.id, name: person.name, posts };
}

/** Who is told (src/organisation/directory.ts says how); never empty where anybody works. */
export async function whoIsTold(reading: Reading, ask: Ask): Promise<Id<'person'>[]> {
  return whoIsToldBy(await readDirectory(reading), ask);
}

/** The same for many at once, in their order, from one reading. */
export async function whoAreTold(reading: Reading, asks: readonly Ask[]): Promise<Id<'person'>[][]> {
  const directory = await readDirectory(reading);
  return asks.map((ask) => whoIsToldBy(directory, ask));
}

export type Which =
  | { postId: Id<'post'> }
  | { role: Role; departmentId?: Id<'department'> | null; centreId?: Id<'centre'> | null };

/** Everybody who could answer for a post or a role now, deputies included, those away left out; on duty first. */
export async function holdersOf(reading: Reading, which: Which): Promise<Id<'person'>[]> {
  const directory = await readDirectory(reading);
  const only = 'postId' in which ? directory.posts.get(which.postId) : undefined;
  const posts = 'role' in which ? postsOfRole(directory, which.role, which) : only ? [only] : [];
  const found = [...new Set(posts.flatMap((post) => standing(directory, post)))];
  const onDuty = (id: Id<'person'>): boolean => directory.people.get(id)!.onDuty;
  return [...found.filter(onDuty), ...found.filter((id) => !onDuty(id))];
}

/** Where somebody works: the centre of his first post; the organisation's first where his posts stand above all centres. */
export async function centreOf({ tx, actor }: Pick<Context, 'tx' | 'actor'>): Promise<Id<'centre'>> {
  const own = actor.posts[0]?.centreId;
  if (own) return own;
  const first = await tx.selectFrom('centre').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
  return first.id;
}

/** Who answers for a department now: its head, his deputy while he is away, and if it has nobody, the centre manager. */
export async function headOfDepartment(reading: Reading, departmentId: Id<'department'>): Promise<Id<'person'> | null> {
  return (await whoIsTold(reading, { to: 'department_head', departmentId }))[0] ?? null;
}

/** The post of a role that stands above departments, and who answers for it now. */
export async function postOfRole(
  reading: Reading,
  role: ToWhom,
): Promise<{ id: Id<'post'> | null; holderId: Id<'person'> | null }> {
  const directory = await readDirectory(reading);
  const [holderId] = whoIsToldBy(directory, { to: role });
  const post = role === 'owner' ? undefined : postsOfRole(directory, role, {})[0];
  return { id: post?.id ?? null, holderId: holderId ?? null };
}
