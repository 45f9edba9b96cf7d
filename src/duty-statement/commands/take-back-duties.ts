import { takeBackCommitments } from '../../commitment/commands/take-back-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/**
 * A statement that a file brought in is taken out again, with what its people were asked. Refuses what is not the newest any more, and
 * what somebody has confirmed. Who had yet to confirm the one before is not asked for it again.
 */
export async function takeBackDuties(context: Context, postId: Id<'post'>, version: number): Promise<void> {
  const { tx } = context;
  const post = await tx
    .selectFrom('post')
    .select(['centre_id', 'department_id'])
    .where('id', '=', postId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!post) throw new NotFound('post.unknown');
  orForbid(can(context.actor, 'people.edit', { centreId: post.centre_id, departments: [post.department_id] }));
  const asked = await tx
    .deleteFrom('duty_confirmation')
    .where('post_id', '=', postId)
    .where('version', '=', version)
    .returning(['id', 'confirmed_at'])
    .execute();
  orRefuse(asked.some((one) => one.confirmed_at !== null) ? refusal('duties.confirmed') : null);
  for (const { id } of asked) {
    await takeBackCommitments(context, id);
    await record(context, { subject: { type: 'duty_confirmation', id }, type: 'duties.confirmation_taken_back' });
  }
  await tx.deleteFrom('duty_statement').where('post_id', '=', postId).where('version', '=', version).execute();
  await record(context, { subject: { type: 'post', id: postId }, type: 'post.duties_taken_back', data: { version } });
}
