import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Forbidden, NotFound, orRefuse, refusal, Stale } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from './state-duties.ts';

/** Each member says himself, with the day, that he understands his duties as they stand now (ASGN-03). */
export async function confirmDuties(context: Context, postId: Id<'post'>, input: { version: number }): Promise<void> {
  const me = actingPerson(context);
  const asked = await context.tx
    .selectFrom('duty_confirmation')
    .select(['id', 'version', 'confirmed_at'])
    .where('post_id', '=', postId)
    .where('person_id', '=', me)
    .orderBy('version', 'desc')
    .limit(1)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!asked) throw await whyNobodyAsked(context, postId);
  const { id, version } = asked;
  if (version !== input.version) throw new Stale('stale', { seen: input.version, version });
  orRefuse(asked.confirmed_at === null ? null : refusal('duties.confirmed'));
  await context.tx.updateTable('duty_confirmation').set({ confirmed_at: context.now }).where('id', '=', id).execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS] });
  await record(context, {
    subject: { type: 'duty_confirmation', id },
    type: 'duties.confirmed',
    data: { post: postId, version: input.version },
  });
}

async function whyNobodyAsked({ tx }: Context, postId: Id<'post'>): Promise<Error> {
  const post = await tx.selectFrom('post').select('id').where('id', '=', postId).executeTakeFirst();
  return post ? new Forbidden('duties.not_asked') : new NotFound('post.unknown');
}
