import type { ToWhom } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Role } from './role.ts';

type PersonId = Id<'person'>;

/** Somebody who works here. People who left are not in the directory. */
export type Member = {
  id: PersonId;
  onDuty: boolean;
  /** Away by a reported absence, and who took over what was open. */
  absent: boolean;
  successorId: PersonId | null;
};

export type DirectoryPost = {
  id: Id<'post'>;
  role: Role;
  departmentId: Id<'department'> | null;
  centreId: Id<'centre'>;
  superiorId: Id<'post'> | null;
  neverEmpty: boolean;
  holders: PersonId[];
  /** In the order in which they stand in. */
  deputies: PersonId[];
};

/** Who stands where right now: read once, then asked as often as needed, so that ten thousand rungs cost one reading. */
export type Directory = {
  people: ReadonlyMap<PersonId, Member>;
  posts: ReadonlyMap<Id<'post'>, DirectoryPost>;
};

/** Whom a question concerns: the one accountable, his post, and which department and centre it is about. */
export type Ask = {
  to: ToWhom;
  ownerId?: PersonId | null;
  postId?: Id<'post'> | null;
  departmentId?: Id<'department'> | null;
  centreId?: Id<'centre'> | null;
};

/** Whoever answers for a post now, best first: holders on duty, deputies on duty, then the others who are not away. */
export function standing(directory: Directory, post: DirectoryPost): PersonId[] {
  const here = (ids: PersonId[], onDuty: boolean): PersonId[] =>
    ids.filter((id) => {
      const member = directory.people.get(id);
      return member !== undefined && !member.absent && member.onDuty === onDuty;
    });
  const { holders, deputies } = post;
  return [
    ...new Set([...here(holders, true), ...here(deputies, true), ...here(holders, false), ...here(deputies, false)]),
  ];
}

/**
 * Who answers for a post at this moment: all its holders on duty, else the first deputy on duty, else its holders off
 * duty, else the first deputy off duty. Empty where all are away.
 */
export function answering(directory: Directory, post: DirectoryPost): PersonId[] {
  const present = standing(directory, post);
  const onDuty = (id: PersonId): boolean => directory.people.get(id)!.onDuty;
  const held = (id: PersonId): boolean => post.holders.includes(id);
  const holders = present.filter((id) => held(id) && onDuty(id));
  if (holders.length > 0) return holders;
  const deputy = present.find(onDuty);
  if (deputy) return [deputy];
  const sleeping = present.filter(held);
  return sleeping.length > 0 ? sleeping : present.slice(0, 1);
}

/** The same, looking upward from post to post until somebody answers who is not `except`. */
export function upward(directory: Directory, from: DirectoryPost | undefined, except?: PersonId | null): PersonId[] {
  const seen = new Set<string>();
  for (let post = from; post && !seen.has(post.id); post = above(directory, post)) {
    seen.add(post.id);
    const found = answering(directory, post).filter((id) => id !== except);
    if (found.length > 0) return found;
  }
  return [];
}

function above(directory: Directory, post: DirectoryPost): DirectoryPost | undefined {
  return post.superiorId ? directory.posts.get(post.superiorId) : undefined;
}

export function postsOfRole(
  directory: Directory,
  role: Role,
  at: Pick<Ask, 'departmentId' | 'centreId'>,
): DirectoryPost[] {
  return [...directory.posts.values()].filter(
    (post) =>
      post.role === role &&
      (!at.departmentId || post.departmentId === at.departmentId) &&
      (!at.centreId || post.centreId === at.centreId),
  );
}

function ofRole(directory: Directory, role: Role, at: Pick<Ask, 'departmentId' | 'centreId'>): PersonId[] {
  const posts = postsOfRole(directory, role, at);
  const found = [...new Set(posts.flatMap((post) => answering(directory, post)))];
  return found.length > 0 ? found : (posts.map((post) => upward(directory, post)).find((ids) => ids.length > 0) ?? []);
}

/** The accountable person; who took over while he is away; and whoever is on duty for his post while he is not. */
function owner(directory: Directory, ask: Ask): PersonId[] {
  const member = ask.ownerId ? directory.people.get(ask.ownerId) : undefined;
  const post = ask.postId ? directory.posts.get(ask.postId) : undefined;
  if (!member) return post ? upward(directory, post) : [];
  const { id } = member;
  if (!member.absent && member.onDuty) return [id];
  const own = post ? [post] : postsHeldBy(directory, id, ask.departmentId);
  const successor = member.absent && member.successorId ? directory.people.get(member.successorId) : undefined;
  const cover = successor && !successor.absent ? [successor.id] : own.flatMap((one) => onDutyFor(directory, one, id));
  const reached = member.absent ? cover : [id, ...cover];
  return reached.length > 0 ? [...new Set(reached)] : superiors(directory, ask);
}

/** Who is on duty for this post besides him: one colleague who holds it too, or a deputy. */
function onDutyFor(directory: Directory, post: DirectoryPost, id: PersonId): PersonId[] {
  const found = standing(directory, post).find((one) => one !== id && directory.people.get(one)!.onDuty);
  return found ? [found] : [];
}

/** The posts a person holds; those of the department it is about, if he holds any there; else those he deputises. */
function postsHeldBy(directory: Directory, id: PersonId, departmentId: Ask['departmentId']): DirectoryPost[] {
  const posts = [...directory.posts.values()];
  const holds = posts.filter((post) => post.holders.includes(id));
  const there = holds.filter((post) => post.departmentId === departmentId);
  if (there.length > 0) return there;
  return holds.length > 0 ? holds : posts.filter((post) => post.deputies.includes(id));
}

/** Who stands over the owner, never the owner himself; without an owner, who supervises the department. */
function superiors(directory: Directory, ask: Ask): PersonId[] {
  const post = ask.postId ? directory.posts.get(ask.postId) : undefined;
  const own = ask.ownerId ? postsHeldBy(directory, ask.ownerId, ask.departmentId) : post ? [post] : [];
  const found = own.flatMap((one) => upward(directory, above(directory, one), ask.ownerId));
  if (found.length > 0) return [...new Set(found)];
  const supervising = ofRole(directory, 'supervisor', ask);
  return supervising.length > 0 ? supervising : ofRole(directory, 'department_head', ask);
}

/** At night the front desk is the emergency line. */
function frontDesk(directory: Directory, ask: Ask): PersonId[] {
  const at = { centreId: ask.centreId ?? null };
  const present = ofRole(directory, 'front_desk', at).filter((id) => directory.people.get(id)!.onDuty);
  return present.length > 0 ? present : ofRole(directory, 'emergency', at);
}

function named(directory: Directory, ask: Ask): PersonId[] {
  const centre = { centreId: ask.centreId ?? null };
  switch (ask.to) {
    case 'owner':
      return owner(directory, ask);
    case 'supervisor':
      return superiors(directory, ask);
    case 'front_desk':
      return frontDesk(directory, ask);
    case 'department_head':
      return ask.departmentId ? ofRole(directory, 'department_head', { departmentId: ask.departmentId }) : [];
    case 'centre_manager':
      return ofRole(directory, 'centre_manager', centre);
    // above the centre there may be one for all
    case 'deputy_general_manager':
    case 'company_leader':
      return ofRole(directory, ask.to, {});
  }
}

/**
 * Who hears of it: whoever stands for the one named, and if nobody does, the centre manager, anybody above, the
 * administrator, and in the end anybody at all. Empty only where nobody works here.
 */
export function whoIsToldBy(directory: Directory, ask: Ask): PersonId[] {
  const centre = { centreId: ask.centreId ?? null };
  const fallbacks = [
    () => named(directory, ask),
    () => ofRole(directory, 'centre_manager', centre),
    () => ofRole(directory, 'centre_manager', {}),
    () => ofRole(directory, 'administrator', {}),
    () => [...directory.people.keys()].slice(0, 1),
  ];
  for (const look of fallbacks) {
    const found = look();
    if (found.length > 0) return found;
  }
  return [];
}
