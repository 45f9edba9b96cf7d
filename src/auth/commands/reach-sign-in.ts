import { can, orForbid } from '../../organisation/can.ts';
import type { Rights } from '../../organisation/grant.ts';
import { whyNotOver } from '../../organisation/grant.ts';
import type { Context } from '../../platform/context.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import { withOwnHands } from '../auth.ts';

/**
 * Locks a person whose way of signing in an administrator changes. Refused unless every post the person holds is within reach
 * and none stands above one's own: who signs in as somebody may do all that he may. By a person only, never by a token.
 */
export async function lockForSignIn(context: Context, personId: Id<'person'>): Promise<void> {
  withOwnHands(context.actor);
  const { tx } = context;
  const person = await tx
    .selectFrom('person')
    .select(['id', 'left_at'])
    .where('id', '=', personId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!person) throw new NotFound('person.unknown');
  const posts = await tx
    .selectFrom('person_post')
    .innerJoin('post', 'post.id', 'person_post.post_id')
    .select(['post.centre_id', 'post.department_id', 'post.rights'])
    .where('person_post.person_id', '=', personId)
    .execute();
  const things = posts.length > 0 ? posts : [{ centre_id: null, department_id: null }];
  for (const { centre_id, department_id } of things)
    orForbid(can(context.actor, 'people.edit', { departments: [department_id], centreId: centre_id }));
  orForbid(
    whyNotOver(
      context.actor,
      posts.map((post) => post.rights as Rights),
    ),
  );
  if (person.left_at) throw new Refused('person.left');
}

/** What holds for everybody is for whoever keeps the people of the whole organisation. */
export function orNotForAll(context: Context): void {
  withOwnHands(context.actor);
  orForbid(can(context.actor, 'people.edit', { centreId: null }));
}
