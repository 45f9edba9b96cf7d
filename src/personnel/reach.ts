import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, refusal } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Actor, HeldPost } from '../organisation/can.ts';
import { holds, orForbid } from '../organisation/can.ts';
import type { Staff, StaffPost } from '../organisation/staff.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';

export const STAFF_RIGHTS = ['staff.see', 'staff.assess', 'staff.propose', 'staff.decide'] as const;
export type StaffRight = (typeof STAFF_RIGHTS)[number];

/** The posts above one, however far. */
export function postsAbove({ posts }: Pick<Staff, 'posts'>, id: Id<'post'>): Set<Id<'post'>> {
  const above = new Set<Id<'post'>>();
  for (let next = posts.get(id)?.superiorId; next && !above.has(next); next = posts.get(next)?.superiorId)
    above.add(next);
  return above;
}

/** The posts somebody holds; what he deputises is another's. */
export function postsHeldBy({ given, posts }: Staff, id: Id<'person'>): StaffPost[] {
  return given.filter((one) => one.personId === id && one.rank === null).flatMap((one) => posts.get(one.postId) ?? []);
}

/** The open post of a key, or the first one above it that somebody does not hold himself: nobody judges or decides about himself. */
export function postOver(staff: Staff, key: string | undefined, id: Id<'person'>): StaffPost | undefined {
  const own = new Set(postsHeldBy(staff, id).map((post) => post.id));
  const named = [...staff.posts.values()].find((post) => post.key === key);
  if (!named) return undefined;
  const way = [named.id, ...postsAbove(staff, named.id)].find((post) => !own.has(post));
  return way && staff.posts.get(way);
}

function isWithin(post: HeldPost, right: StaffRight, his: readonly StaffPost[]): boolean {
  const scope = post.rights[right];
  if (scope === 'organisation') return true;
  if (scope === 'centre') return his.some(({ centreId }) => centreId === post.centreId);
  return (
    scope === 'department' &&
    post.departmentId !== null &&
    his.some(({ departmentId }) => departmentId === post.departmentId)
  );
}

/**
 * Whether a post of the actor's lets him do this about somebody: within its scope, and never about a colleague of the same rank or
 * somebody above. Within a department or centre only about those all of whose posts stand under it; whoever keeps the files, or
 * decides for the whole company, about everybody who does not stand over him.
 */
function reachesFrom(staff: Staff, post: HeldPost, right: StaffRight, his: readonly StaffPost[]): boolean {
  if (!isWithin(post, right, his)) return false;
  const isUnder = (one: StaffPost): boolean => postsAbove(staff, one.id).has(post.id);
  if (right !== 'staff.see' && post.rights[right] !== 'organisation') return his.every(isUnder);
  const above = postsAbove(staff, post.id);
  return his.every((one) => one.id !== post.id && !above.has(one.id));
}

/** The posts by which the actor may do this about somebody; none about himself. */
export function postsReaching(staff: Staff, actor: Actor, right: StaffRight, id: Id<'person'>): HeldPost[] {
  if (!holds(actor, right) || actor.personId === id) return [];
  const his = postsHeldBy(staff, id);
  return actor.posts.filter((post) => reachesFrom(staff, post, right, his));
}

/** Why the actor may not do this about somebody by any of these rights; null: he may. */
export function whyNotReach(
  staff: Staff,
  actor: Actor,
  rights: readonly StaffRight[],
  id: Id<'person'>,
): Refusal | null {
  if (!rights.some((right) => holds(actor, right))) return refusal('right.missing', { right: rights[0]! });
  const may = rights.some((right) => postsReaching(staff, actor, right, id).length > 0);
  return may ? null : refusal('right.out_of_scope', { right: rights[0]! });
}

/** Whose files somebody may read besides his own; of those who have left, or hold no post, what was recorded at these centres. */
export type Reach = { people: Id<'person'>[]; former: readonly Id<'centre'>[] };

export async function reachOfFiles(context: Context): Promise<Reach> {
  const { actor } = context;
  const staff = await readStaff(context);
  const people = [...staff.people.keys()].filter((id) => whyNotReach(staff, actor, STAFF_RIGHTS, id) === null);
  const former = holds(actor, 'staff.see')
    ? actor.posts.flatMap(({ rights, centreId }) => {
        if (rights['staff.see'] === 'organisation') return actor.centres ?? [];
        return rights['staff.see'] === 'centre' ? [centreId] : [];
      })
    : [];
  return { people, former };
}

/** Whoever has left holds no post either. Whether a row about somebody (columns with their table) is in reach, or his own. */
export function inReach(
  { actor }: Context,
  { people, former }: Reach,
  person: RawBuilder<unknown>,
  centre: RawBuilder<unknown>,
): RawBuilder<boolean> {
  return sql<boolean>`(${person} = ${actor.personId} or ${person} = any(${people}::uuid[])
    or (${centre} = any(${[...former]}::uuid[])
      and not exists (select from person_post held where held.person_id = ${person} and held.deputy_rank is null)))`;
}

/** Whoever works here and is somebody else, where these rights reach him; `person.unknown` where nobody works here by this id. */
export async function orMayNot(context: Context, rights: readonly StaffRight[], id: Id<'person'>): Promise<Staff> {
  const staff = await readStaff(context);
  if (!staff.people.has(id)) throw new NotFound('person.unknown');
  orForbid(whyNotReach(staff, context.actor, rights, id));
  return staff;
}

/** In which centre what is recorded of somebody belongs: that of his first post. */
export function centreOfMember(staff: Staff, { actor }: Context, id: Id<'person'>): Id<'centre'> {
  return (postsHeldBy(staff, id)[0]?.centreId ?? actor.posts[0]?.centreId)!;
}
