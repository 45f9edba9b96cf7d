import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Department, Names } from '../organisation/house.ts';
import { departmentNamed, departments, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import { readStaff } from '../organisation/staff.ts';
import type { Context } from '../platform/context.ts';

/** Somebody who works here: the posts he holds, since when, and where he works. */
export type Member = {
  id: Id<'person'>;
  name: string;
  posts: ReadonlyMap<string, Instant>;
  departmentId: Id<'department'> | null;
  centreId: Id<'centre'>;
};

/** Whose training one sees: those one's right reaches by a post they hold, and oneself. Who deputises is trained in his own post. */
export async function membersInSight(context: Context): Promise<Member[]> {
  const { posts, given, people } = await readStaff(context);
  const reach = reachOf(context.actor, 'training.see');
  const members: Member[] = [];
  for (const { id, name } of people.values()) {
    const held = given
      .filter((one) => one.personId === id && one.rank === null)
      .flatMap(({ postId, since }) => {
        const post = posts.get(postId);
        return post ? [{ ...post, since }] : [];
      });
    const [first] = held;
    if (!first) continue;
    const reached =
      id === context.actor.personId ||
      reach?.all === true ||
      held.some(
        (post) =>
          reach?.centres.includes(post.centreId) ||
          (post.departmentId !== null && reach?.departments.includes(post.departmentId)),
      );
    if (!reached) continue;
    members.push({
      id,
      name,
      posts: new Map(held.map(({ key, since }) => [key, since])),
      departmentId: first.departmentId,
      centreId: first.centreId,
    });
  }
  return members.toSorted((one, other) => one.name.localeCompare(other.name, 'zh'));
}

type Where = { departmentId: Id<'department'> | null };

/** Names of people and departments, as lines of training need them. */
export async function whoAndWhere(context: Context): Promise<{
  names: Names;
  whereOf(member: Where | undefined): Pick<Department, 'id' | 'name'> | null;
}> {
  const names = await personNames(context);
  const known = await departments(context);
  return { names, whereOf: (member) => departmentNamed(known, member?.departmentId ?? null) };
}
