import type { ToWhom } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Actor } from './can.ts';
import type { Ask } from './directory.ts';
import { postsOfRole, standing, whoIsToldBy } from './directory.ts';
import type { Reading } from './read-directory.ts';
import { readDirectory } from './read-directory.ts';
import { centres, firstCentre } from './house.ts';
import type { Role } from './role.ts';
import { readStaff } from './staff.ts';

/**
 * Who acts: the person with all posts held, and those deputised whose holders are all off duty or away. Null for somebody
 * unknown or gone.
 */
export async function actorOf(tx: Tx, personId: Id<'person'>, now: Instant): Promise<Actor | null> {
  const staff = await readStaff({ tx });
  const person = staff.people.get(personId);
  if (!person) return null;
  const directory = await readDirectory({ tx, now });
  const kept = (id: Id<'post'>): boolean =>
    (directory.posts.get(id)?.holders ?? []).some((holder) => {
      const member = directory.people.get(holder);
      return member !== undefined && member.onDuty && !member.absent;
    });
  const posts = staff.given
    .filter((given) => given.personId === personId && (given.rank === null || !kept(given.postId)))
    .flatMap(({ postId }) => staff.posts.get(postId) ?? []);
  return { personId, name: person.name, posts, centres: [...(await centres({ tx })).keys()] };
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
  return (await firstCentre({ tx })).id;
}

/** Who answers for a department now: its head, his deputy while he is away, and if it has nobody, the centre manager. */
export async function headOfDepartment(reading: Reading, departmentId: Id<'department'>): Promise<Id<'person'> | null> {
  return (await whoIsTold(reading, { to: 'department_head', departmentId }))[0] ?? null;
}

/** The post of a role at a centre, or above all of them where the centre has none, and who answers for it now. */
export async function postOfRole(
  reading: Reading,
  role: ToWhom,
  centreId: Id<'centre'>,
): Promise<{ id: Id<'post'> | null; holderId: Id<'person'> | null }> {
  const directory = await readDirectory(reading);
  const [holderId] = whoIsToldBy(directory, { to: role, centreId });
  const posts = role === 'owner' ? [] : [{ centreId }, {}].flatMap((at) => postsOfRole(directory, role, at));
  const [post] = posts;
  return { id: post?.id ?? null, holderId: holderId ?? null };
}
