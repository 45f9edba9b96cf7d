import type { Rights } from './grant.ts';
import type { Right, Scope } from './rights.ts';
import { RIGHTS, SCOPES } from './rights.ts';

type Held = {
  id: string;
  rights: Rights;
  closed: boolean;
  people: readonly { id: string; name: string; deputyRank: number | null }[];
};

/** One right of one person that another definition of a post changes; null: he has not got it. */
export type RightChange = { right: Right; before: Scope | null; after: Scope | null };
export type PersonEffect = { id: string; name: string; changes: RightChange[] };

const wider = (one: Scope | null, other: Scope | null): Scope | null => {
  if (one === null || other === null) return one ?? other;
  return SCOPES.indexOf(one) >= SCOPES.indexOf(other) ? one : other;
};

/** How far a right reaches for somebody by all the posts he holds; what a deputy may while he stands in counts as his. */
function reachOf(posts: readonly Held[], personId: string, right: Right): Scope | null {
  return posts
    .filter((post) => !post.closed && post.people.some((person) => person.id === personId))
    .reduce<Scope | null>((reach, post) => wider(reach, post.rights[right] ?? null), null);
}

/** Who gains and who loses what, where one post's rights become these. Whoever has it by another post too loses nothing. */
export function effectOfRights(posts: readonly Held[], postId: string, rights: Rights): PersonEffect[] {
  const after = posts.map((post) => (post.id === postId ? { ...post, rights } : post));
  const people = posts.find((post) => post.id === postId)?.people ?? [];
  return people.flatMap(({ id, name }) => {
    const changes = RIGHTS.map((right) => ({
      right,
      before: reachOf(posts, id, right),
      after: reachOf(after, id, right),
    })).filter((change) => change.before !== change.after);
    return changes.length > 0 ? [{ id, name, changes }] : [];
  });
}

/** Whether nobody would be left who may put it right again: no holder of a post that edits people over the whole organisation. */
export function leavesNobody(posts: readonly Held[], postId: string, rights: Rights): boolean {
  return !posts.some(
    (post) =>
      !post.closed &&
      (post.id === postId ? rights : post.rights)['people.edit'] === 'organisation' &&
      post.people.some((person) => person.deputyRank === null),
  );
}
