import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Role } from './role.ts';
import { holdersOf } from './queries.ts';

/** The centre somebody works in; the oldest one where the actor holds no post (the clock, an import). */
export async function centreOf(context: Context): Promise<Id<'centre'>> {
  const post = context.actor.posts[0];
  if (post) return post.centreId;
  const centre = await context.tx.selectFrom('centre').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
  return centre.id;
}

/** Who answers for a department now: its head, or whoever deputises. Null where it has neither (an outside firm). */
export async function headOfDepartment(context: Context, departmentId: Id<'department'>): Promise<Id<'person'> | null> {
  const [head] = await holdersOf(context, { role: 'department_head', departmentId });
  return head ?? null;
}

/** A role's post in a centre, and who answers for it now. */
export async function postOfRole(
  context: Context,
  role: Role,
  centreId: Id<'centre'>,
): Promise<{ id: Id<'post'> | null; holderId: Id<'person'> | null }> {
  const post = await context.tx
    .selectFrom('post')
    .select('id')
    .where('role', '=', role)
    .where('closed_at', 'is', null)
    .orderBy((e) => e('centre_id', '=', centreId), 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  return { id: post?.id ?? null, holderId: holder ?? null };
}
