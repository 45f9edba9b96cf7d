import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { can, orForbid } from '../can.ts';
import type { Rights } from '../grant.ts';
import { lockPerson, lockPost, orMayNotEdit } from '../facts.ts';
import type { GivePost } from '../inputs.ts';

/**
 * Makes a person the holder of a post, or its deputy of a rank; given again with another rank, it changes. Refuses a closed post
 * (`post.closed`), a rank beyond what the post allows (`post.too_many_deputies`) or one that is taken (`post.rank_taken`).
 */
export async function givePost(context: Context, personId: Id<'person'>, input: GivePost): Promise<void> {
  const post = await lockPost(context, input.postId);
  await lockPerson(context, personId);
  await orMayNotEdit(context, personId, [post.rights as Rights]);
  orForbid(can(context.actor, 'people.edit', { centreId: post.centre_id, departments: [post.department_id] }));
  orRefuse(post.closed_at === null ? null : refusal('post.closed'));
  await placeAt(context, personId, input, post.most_deputies);
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'post.given',
    data: { postId: input.postId, deputyRank: input.deputyRank },
  });
}

/** Writes it, the post being locked. */
export async function placeAt(
  context: Context,
  personId: Id<'person'>,
  { postId, deputyRank }: GivePost,
  mostDeputies: number,
): Promise<void> {
  if (deputyRank !== null) {
    orRefuse(deputyRank > mostDeputies ? refusal('post.too_many_deputies', { most: mostDeputies }) : null);
    const taken = await context.tx
      .selectFrom('person_post')
      .select('person_id')
      .where('post_id', '=', postId)
      .where('deputy_rank', '=', deputyRank)
      .where('person_id', '<>', personId)
      .executeTakeFirst();
    orRefuse(taken ? refusal('post.rank_taken', { rank: deputyRank }) : null);
  }
  await context.tx
    .insertInto('person_post')
    .values({ person_id: personId, post_id: postId, deputy_rank: deputyRank, since: context.now })
    .onConflict((conflict) => conflict.columns(['person_id', 'post_id']).doUpdateSet({ deputy_rank: deputyRank }))
    .execute();
}

/** The posts named, locked; `post.unknown` where one is not there. */
export async function lockPosts(context: Context, ids: readonly Id<'post'>[]) {
  if (ids.length === 0) return [];
  const posts = await context.tx
    .selectFrom('post')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (posts.length !== new Set(ids).size) throw new NotFound('post.unknown');
  return posts;
}
