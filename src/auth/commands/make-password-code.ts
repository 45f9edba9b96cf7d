import { can, orForbid } from '../../organisation/can.ts';
import type { Rights } from '../../organisation/grant.ts';
import { whyNotOver } from '../../organisation/grant.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { plus } from '../../kernel/time.ts';
import { CODE_LIFE, withOwnHands } from '../auth.ts';
import { digest, newCode } from '../digest.ts';

/**
 * Makes the one-time code by which a person gives himself a new password; an earlier one no longer works. Refused
 * unless every post the person holds is within reach and none stands above one's own: a code is the key to all that they may do.
 */
export async function makePasswordCode(
  context: Context,
  personId: Id<'person'>,
): Promise<{ code: string; expiresAt: Instant }> {
  withOwnHands(context.actor);
  const { tx, now } = context;
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
  const code = newCode();
  const expiresAt = plus(now, CODE_LIFE);
  const row = { hash: digest(code), by_id: actingPerson(context), made_at: now, expires_at: expiresAt };
  await tx
    .insertInto('password_code')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.password_code_made' });
  return { code, expiresAt };
}
