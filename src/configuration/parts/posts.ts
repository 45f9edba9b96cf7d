import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';
import { addPost } from '../../organisation/commands/add-post.ts';
import { changePost } from '../../organisation/commands/change-post.ts';
import type { Rights } from '../../organisation/grant.ts';
import { firstCentre } from '../../organisation/house.ts';
import { postInput } from '../../organisation/inputs.ts';
import { listPosts } from '../../organisation/posts-view.ts';
import { effectOfRights } from '../../organisation/rights-effect.ts';
import type { Context } from '../../platform/context.ts';
import { isSame, part } from '../part.ts';

const { name, role, neverEmpty, mostDeputies, rights } = postInput.shape;
const named = z.string().nullable();
const shape = z.record(
  z.string(),
  z.strictObject({
    name,
    department: named.describe('Key of its department; null: none'),
    role,
    superior: named.describe('Key of the post above it; null: none'),
    neverEmpty,
    mostDeputies,
    rights,
    closed: z.boolean().describe('Given up'),
  }),
);
type Posts = z.output<typeof shape>;

async function known(context: Context) {
  const posts = (await listPosts(context)).items;
  const departments = await context.tx.selectFrom('department').select(['id', 'key']).execute();
  return {
    posts,
    postIds: new Map(posts.map((post) => [post.key, post.id as Id<'post'>])),
    departmentIds: new Map(departments.map((one) => [one.key, one.id])),
    keyOf: new Map<string, string>([...posts, ...departments].map((one) => [one.id, one.key])),
  };
}

async function read(context: Context): Promise<Posts> {
  const { posts, keyOf } = await known(context);
  return Object.fromEntries(
    posts.map((post) => [
      post.key,
      {
        name: post.name,
        department: post.departmentId === null ? null : keyOf.get(post.departmentId)!,
        role: post.role,
        superior: post.superiorPostId === null ? null : keyOf.get(post.superiorPostId)!,
        neverEmpty: post.neverEmpty,
        mostDeputies: post.mostDeputies,
        rights: post.rights,
        closed: post.closed,
      },
    ]),
  ) as Posts;
}

async function check(context: Context, content: Posts, all: Readonly<Record<string, unknown>>): Promise<Refusal[]> {
  const { postIds, departmentIds } = await known(context);
  const posts = new Set([...postIds.keys(), ...Object.keys(content)]);
  const departments = new Set([
    ...departmentIds.keys(),
    ...Object.keys((all['departments'] as object | undefined) ?? {}),
  ]);
  const dangling = (has: ReadonlySet<string>, key: string | null, path: string) =>
    key === null || has.has(key) ? [] : [refusal('pack.name_dangling', { path, name: key })];
  return Object.entries(content).flatMap(([key, post]) => [
    ...dangling(departments, post.department, `posts.${key}.department`),
    ...dangling(posts, post.superior, `posts.${key}.superior`),
  ]);
}

/** Posts with their rights by key; who holds them is no configuration. */
export const posts = part({
  key: 'posts',
  shape,
  read,
  check,
  effect: async (context, content) => {
    const { posts: now } = await known(context);
    const held = now.map((post) => ({ ...post, rights: post.rights as Rights }));
    const people = held.flatMap((post) => {
      const wanted = content[post.key]?.rights;
      return wanted ? effectOfRights(held, post.id, wanted).map((one) => one.id) : [];
    });
    return [{ what: 'people_gain_or_lose', count: new Set(people).size }];
  },
  apply: async (context, content, why) => {
    const now = await read(context);
    const { postIds, departmentIds } = await known(context);
    const { id: centreId } = await firstCentre(context);
    const fresh = Object.entries(content).filter(([key]) => !postIds.has(key));
    // a post may stand under one that comes after it in the file
    for (const [key, { department, superior: _, closed: __, ...same }] of fresh) {
      const id = newId<'post'>(context.now);
      postIds.set(key, id);
      const departmentId = department === null ? null : departmentIds.get(department)!;
      await addPost(context, { ...same, departmentId, superiorPostId: null, id, key, centreId });
    }
    for (const [key, { department, superior, ...same }] of Object.entries(content)) {
      const was = now[key] ?? { ...content[key], superior: null, closed: false };
      if (isSame(was, content[key])) continue;
      await changePost(context, postIds.get(key)!, {
        ...same,
        departmentId: department === null ? null : departmentIds.get(department)!,
        superiorPostId: superior === null ? null : postIds.get(superior)!,
        seen: (await listPosts(context)).items.find((post) => post.key === key)!.version,
        why,
      });
    }
  },
  shipped: (pack) =>
    Object.fromEntries(
      pack.posts.map(({ key, department = null, superior = null, deputies, ...same }) => [
        key,
        { ...same, department, superior, neverEmpty: same.neverEmpty ?? false, mostDeputies: deputies, closed: false },
      ]),
    ),
});
