import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lastKeptBy, whyNotRelease } from '../duty.ts';
import { lockNeverEmpty, lockPerson, orMayNotEdit, refuseUnadministered } from '../facts.ts';
import { readDirectory } from '../read-directory.ts';

/**
 * Takes a post, or the deputising for it, from a person. Refuses to leave a post empty that never may be
 * (`duty.post_left_empty`), or the organisation without anybody who may put it right (`organisation.nobody_administers`).
 */
export async function takePost(context: Context, personId: Id<'person'>, postId: Id<'post'>): Promise<void> {
  await lockNeverEmpty(context);
  await lockPerson(context, personId);
  await orMayNotEdit(context, personId);
  const directory = await readDirectory(context);
  const kept = lastKeptBy(directory, personId).some((post) => post.id === postId);
  orRefuse(kept ? whyNotRelease(directory, personId) : null);
  const answer = await context.tx
    .deleteFrom('person_post')
    .where('person_id', '=', personId)
    .where('post_id', '=', postId)
    .executeTakeFirst();
  if (answer.numDeletedRows === 0n) throw new NotFound('post.not_held');
  await refuseUnadministered(context);
  await record(context, { subject: { type: 'person', id: personId }, type: 'post.taken', data: { postId } });
}
