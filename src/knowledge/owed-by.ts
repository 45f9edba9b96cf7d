import type { Id } from '../kernel/id.ts';
import { holdersOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import type { Article } from './facts.ts';

export type OwedBy = {
  ownerId: Id<'person'> | null;
  postId: Id<'post'> | null;
  centreId: Id<'centre'>;
  departmentId: Id<'department'> | null;
};

/** Who owes what an article asks for, and where: its owner; a post owes through whoever holds it. */
export async function owedBy(context: Context, article: Article): Promise<OwedBy> {
  const { owner_id: ownerId, owner_post_id: postId } = article;
  const [holder = null] = postId === null ? [] : await holdersOf(context, { postId });
  return { ownerId: ownerId ?? holder, postId, centreId: article.centre_id, departmentId: article.department_id };
}
