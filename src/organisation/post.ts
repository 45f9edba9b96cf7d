import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Role } from './role.ts';
import type { PostTable } from './table.ts';

export type PostFacts = {
  id: Id<'post'>;
  role: Role;
  departmentId: Id<'department'> | null;
  superiorPostId: Id<'post'> | null;
  neverEmpty: boolean;
  mostDeputies: number;
};

/**
 * Why a post cannot be like this: it stands above itself (`post.superior_cycle`), may never be empty and has no deputy
 * (`post.never_empty_alone`), or heads a department without belonging to one (`post.heads_nothing`). `others` are the posts as they stand.
 */
export function whyNotPost(
  post: PostFacts,
  others: readonly Pick<PostFacts, 'id' | 'superiorPostId'>[],
): Refusal | null {
  if (post.neverEmpty && post.mostDeputies === 0) return refusal('post.never_empty_alone');
  if (post.role === 'department_head' && post.departmentId === null) return refusal('post.heads_nothing');
  const superiorOf = new Map(others.map((other) => [other.id, other.superiorPostId]));
  const seen = new Set<string>();
  for (let above = post.superiorPostId; above !== null; above = superiorOf.get(above) ?? null) {
    if (above === post.id || seen.has(above)) return refusal('post.superior_cycle');
    seen.add(above);
  }
  return null;
}

type PostRow = Pick<PostTable, 'department_id' | 'role' | 'superior_post_id' | 'closed_at'> & {
  name: unknown;
  rights: unknown;
  never_empty: boolean;
  most_deputies: number;
};

/** A post as its versions keep it: what can be put back. */
export function postContent(row: PostRow) {
  return {
    name: row.name,
    departmentId: row.department_id,
    role: row.role,
    superiorPostId: row.superior_post_id,
    neverEmpty: row.never_empty,
    mostDeputies: row.most_deputies,
    rights: row.rights,
    closed: row.closed_at !== null,
  };
}
