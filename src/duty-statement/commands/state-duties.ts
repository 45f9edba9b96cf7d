import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { StateDuties } from '../inputs.ts';
import { oweConfirmation } from './owe-confirmation.ts';

export const OWED_AS = 'confirm_duties';

type Post = { id: Id<'post'>; centre_id: Id<'centre'>; department_id: Id<'department'> | null };

/** What a post owes, in a new version with who and why; everybody who holds it is asked anew to confirm that he understands it (ASGN-03). */
export async function stateDuties(context: Context, postId: Id<'post'>, input: StateDuties): Promise<number> {
  const { tx, now } = context;
  const post = await lockPost(context, postId);
  orForbid(can(context.actor, 'people.edit', { centreId: post.centre_id, departments: [post.department_id] }));
  const last = await newestVersion(context, postId);
  if (last !== input.seen) throw new Stale('stale', { seen: input.seen, version: last });
  const version = last + 1;
  await tx
    .insertInto('duty_statement')
    .values({ post_id: postId, version, text: input.text, why: input.why, by_id: context.actor.personId, at: now })
    .execute();
  await record(context, { subject: { type: 'post', id: postId }, type: 'post.duties_stated', data: { version } });
  const former = await tx
    .selectFrom('duty_confirmation')
    .select('id')
    .where('post_id', '=', postId)
    .where('version', '<', version)
    .where('confirmed_at', 'is', null)
    .execute();
  for (const { id } of former) await cancelCommitments(context, { subjectId: id, reason: 'stated_anew' });
  const held = await tx
    .selectFrom('person_post')
    .select('person_id')
    .where('post_id', '=', postId)
    .where('deputy_rank', 'is', null)
    .execute();
  for (const { person_id: personId } of held) await ask(context, post, version, personId);
  return version;
}

/** Somebody was given a post: he is asked to confirm its duties as they stand. */
export async function askNewHolder(context: Context, postId: Id<'post'>, personId: Id<'person'>): Promise<void> {
  const version = await newestVersion(context, postId);
  if (version > 0) await ask(context, await lockPost(context, postId), version, personId);
}

async function ask(context: Context, post: Post, version: number, personId: Id<'person'>): Promise<void> {
  const id = newId<'duty_confirmation'>(context.now);
  const asked = await context.tx
    .insertInto('duty_confirmation')
    .values({ id, post_id: post.id, version, person_id: personId, asked_at: context.now, confirmed_at: null })
    .onConflict((conflict) => conflict.columns(['post_id', 'version', 'person_id']).doNothing())
    .executeTakeFirst();
  if (Number(asked.numInsertedOrUpdatedRows) === 0) return;
  await oweConfirmation(context, {
    kind: OWED_AS,
    subject: { type: 'duty_confirmation', id },
    personId,
    postId: post.id,
    centreId: post.centre_id,
    departmentId: post.department_id,
  });
  await record(context, {
    subject: { type: 'duty_confirmation', id },
    type: 'duties.confirmation_asked',
    data: { post: post.id, version, person: personId },
  });
}

async function lockPost({ tx }: Context, id: Id<'post'>): Promise<Post> {
  const post = await tx
    .selectFrom('post')
    .select(['id', 'centre_id', 'department_id'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!post) throw new NotFound('post.unknown');
  return post;
}

async function newestVersion({ tx }: Context, postId: Id<'post'>): Promise<number> {
  const row = await tx
    .selectFrom('duty_statement')
    .select((e) => e.fn.max('version').as('version'))
    .where('post_id', '=', postId)
    .executeTakeFirst();
  return row?.version ?? 0;
}
