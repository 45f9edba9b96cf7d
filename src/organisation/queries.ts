import { sql } from 'kysely';
import type { ToWhom } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/db.ts';
import type { Actor, HeldPost } from './can.ts';
import type { Ask, Directory, DirectoryPost, Member } from './directory.ts';
import { postsOfRole, standing, whoIsToldBy } from './directory.ts';
import type { Role } from './role.ts';

type Reading = Pick<Context, 'tx' | 'now'>;

/** Away at this moment by a reported absence. */
function absentAt(now: Instant, personId: string) {
  return sql<boolean>`exists (select from absence a where a.person_id = ${sql.ref(personId)} and a.ended_at is null
    and a.from_at <= ${now}::timestamptz and (a.until_at is null or a.until_at > ${now}::timestamptz))`;
}

/**
 * Who acts: the person with all posts held, and those deputised whose holders are all off duty or away. Null for somebody
 * unknown or gone. Three index look-ups.
 */
export async function actorOf(tx: Tx, personId: Id<'person'>, now: Instant): Promise<Actor | null> {
  const person = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (!person) return null;
  const rows = await tx
    .selectFrom('person_post as mine')
    .innerJoin('post', 'post.id', 'mine.post_id')
    .select(['post.id', 'post.role', 'post.department_id', 'post.centre_id', 'post.rights'])
    .where('mine.person_id', '=', personId)
    .where('post.closed_at', 'is', null)
    .where((e) =>
      e.or([
        e('mine.deputy_rank', 'is', null),
        e.not(
          e.exists(
            e
              .selectFrom('person_post as other')
              .innerJoin('person', 'person.id', 'other.person_id')
              .select('other.person_id')
              .whereRef('other.post_id', '=', 'mine.post_id')
              .where('other.deputy_rank', 'is', null)
              .where('person.left_at', 'is', null)
              .where('person.on_duty', '=', true)
              .where(e.not(absentAt(now, 'person.id'))),
          ),
        ),
      ]),
    )
    .execute();
  const posts = rows.map((row) => ({
    id: row.id,
    role: row.role,
    departmentId: row.department_id,
    centreId: row.centre_id,
    rights: row.rights as HeldPost['rights'],
  }));
  return { personId: person.id, name: person.name, posts };
}

/** Everybody and every post as they stand now. Three small reads, whatever is asked of it afterwards. */
export async function readDirectory({ tx, now }: Reading): Promise<Directory> {
  const people = await tx
    .selectFrom('person')
    .leftJoin('absence', (join) =>
      join
        .onRef('absence.person_id', '=', 'person.id')
        .on('absence.ended_at', 'is', null)
        .on('absence.from_at', '<=', now)
        .on((e) => e.or([e('absence.until_at', 'is', null), e('absence.until_at', '>', now)])),
    )
    .select(['person.id', 'person.on_duty', 'absence.id as absence_id', 'absence.successor_id'])
    .where('person.left_at', 'is', null)
    .orderBy('person.id')
    .execute();
  const posts = await tx.selectFrom('post').selectAll().where('closed_at', 'is', null).orderBy('id').execute();
  const given = await tx
    .selectFrom('person_post')
    .select(['person_id', 'post_id', 'deputy_rank'])
    .orderBy('deputy_rank')
    .orderBy('since')
    .orderBy('person_id')
    .execute();
  const found = new Map<Id<'post'>, DirectoryPost>(
    posts.map((post) => [
      post.id,
      {
        id: post.id,
        role: post.role as Role,
        departmentId: post.department_id,
        centreId: post.centre_id,
        superiorId: post.superior_post_id,
        neverEmpty: post.never_empty,
        holders: [],
        deputies: [],
      },
    ]),
  );
  for (const row of given) {
    const post = found.get(row.post_id);
    (row.deputy_rank === null ? post?.holders : post?.deputies)?.push(row.person_id);
  }
  return { people: new Map(people.map((row) => [row.id, memberOf(row)])), posts: found };
}

type PersonRow = {
  id: Id<'person'>;
  on_duty: boolean;
  absence_id: Id<'absence'> | null;
  successor_id: Id<'person'> | null;
};

function memberOf(row: PersonRow): Member {
  return { id: row.id, onDuty: row.on_duty, absent: row.absence_id !== null, successorId: row.successor_id };
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
