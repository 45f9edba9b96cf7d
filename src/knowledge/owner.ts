import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Post } from '../organisation/house.ts';
import { named } from '../organisation/house.ts';
import type { Owner } from './article.ts';
import type { ownerOut } from './view.ts';

/** Who answers for it, as screens say it: a person, a post, or a person at a post. */
export function ownerNamed(
  names: ReadonlyMap<string, string>,
  posts: ReadonlyMap<Id<'post'>, Post>,
  { owner_id, owner_post_id }: Owner,
): z.input<typeof ownerOut> {
  const post = owner_post_id === null ? null : { id: owner_post_id, name: posts.get(owner_post_id)!.name };
  return { person: named(names, owner_id), post };
}
