import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { owedOn } from '../../commitment/queries.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import type { StaffPost } from '../../organisation/staff.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockPath, orNot, owedAt, ruleNamed, rulesInForce, rulesOf } from '../facts.ts';
import type { BeginPath } from '../inputs.ts';
import type { PathRule, TrainingRules } from '../rules.ts';
import { OWED_AS, whyNotGuide, whyNotOver } from '../training.ts';

/** A new member walks the pre-job path of his post with a coach (TRNG-03). The same id again begins nothing twice. */
export async function beginPath(context: Context, input: BeginPath): Promise<Id<'training_path'>> {
  const { tx } = context;
  const id = input.id ?? newId<'training_path'>(context.now);
  if (await tx.selectFrom('training_path').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const rules = await rulesInForce(context);
  const path = ruleNamed(rules.paths, input.path, 'path');
  await orNotHere(tx, [input.personId], 'personId');
  await orNotHere(tx, [input.coachId], 'coachId');
  if (input.coachId === input.personId) throw new Invalid('training.own_coach', { path: 'coachId' });
  const post = await postHeld(context, input.personId, path.post);
  if (!post) throw new Invalid('training.post_not_held', { path: 'path' });
  orForbid(whyNotOver(context.actor, 'training.plan', { centre_id: post.centreId, department_id: post.departmentId }));
  if (await isBegun(context, input.personId, post.id)) throw new Invalid('training.path_begun', { path: 'personId' });
  await begin(context, rules, { id, path, post, personId: input.personId, coachId: input.coachId });
  return id;
}

/**
 * Whoever was given a post walks its path by itself; whoever answers for his department names a coach. Those with whom a house was
 * founded are nobody's new members.
 */
export async function beginPathOfNewHolder(
  context: Context,
  postId: Id<'post'>,
  personId: Id<'person'>,
): Promise<void> {
  const rules = await rulesOf(context);
  const post = (await readStaff(context)).posts.get(postId);
  const path = rules?.paths.find((one) => one.post === post?.key);
  if (!rules || !path || !post || context.actor.personId === null || context.replaying) return;
  if (await isBegun(context, personId, postId)) return;
  await begin(context, rules, { id: newId<'training_path'>(context.now), path, post, personId, coachId: null });
}

async function postHeld(context: Context, personId: Id<'person'>, key: string): Promise<StaffPost | undefined> {
  const { posts, given } = await readStaff(context);
  return given
    .filter((one) => one.personId === personId && one.rank === null)
    .map(({ postId }) => posts.get(postId))
    .find((post) => post?.key === key);
}

async function isBegun({ tx }: Context, personId: Id<'person'>, postId: Id<'post'>): Promise<boolean> {
  const found = await tx
    .selectFrom('training_path')
    .select('id')
    .where('person_id', '=', personId)
    .where('post_id', '=', postId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

type Begun = {
  id: Id<'training_path'>;
  path: PathRule;
  post: StaffPost;
  personId: Id<'person'>;
  coachId: Id<'person'> | null;
};

async function begin(context: Context, { ladder }: TrainingRules, given: Begun): Promise<void> {
  const { id, path, post, personId, coachId } = given;
  const where = { centreId: post.centreId, departmentId: post.departmentId };
  await context.tx
    .insertInto('training_path')
    .values({
      id,
      centre_id: post.centreId,
      department_id: post.departmentId,
      person_id: personId,
      post_id: post.id,
      path: path.key,
      definition: json(path),
      coach_id: coachId,
      begun_at: context.now,
      begun_by_id: actingPerson(context),
    })
    .execute();
  const ownerId = coachId ?? (await whoIsTold(context, { to: 'supervisor', ownerId: personId, ...where }))[0] ?? null;
  const subject = { type: 'training_path' as const, id };
  const dueAt = plus(context.now, path.withinDays * DAY);
  await startCommitments(context, [
    await owedAt(context, { kind: OWED_AS.path, subject, ownerId, ...where }, dueAt, ladder),
  ]);
  await record(context, {
    subject,
    type: 'training_path.begun',
    data: { person: personId, coach: coachId, told: ownerId, path: path.key, dueAt },
  });
}

/** Somebody else guides him from now on, and owes that the path is walked. */
export async function nameCoach(
  context: Context,
  id: Id<'training_path'>,
  { coachId }: { coachId: Id<'person'> },
): Promise<void> {
  const path = await lockPath(context.tx, id);
  orNot(whyNotGuide(path, context.actor));
  await orNotHere(context.tx, [coachId], 'coachId');
  if (coachId === path.person_id) throw new Invalid('training.own_coach', { path: 'coachId' });
  if (coachId === path.coach_id) return;
  await context.tx.updateTable('training_path').set({ coach_id: coachId }).where('id', '=', id).execute();
  await moveCommitments(context, { subjectId: id, toId: coachId });
  const { dueAt } = await owedOn(context.tx, id);
  await record(context, {
    subject: { type: 'training_path', id },
    type: 'training_path.coach_named',
    data: { person: path.person_id, coach: coachId, former: path.coach_id, dueAt },
  });
}

/** He walks it no further, with the reason: he knew it all before, or took another post. */
export async function endPath(context: Context, id: Id<'training_path'>, { why }: { why: string }): Promise<void> {
  const path = await lockPath(context.tx, id);
  orNot(whyNotGuide(path, context.actor));
  const end = { ended_at: context.now, ended_by_id: actingPerson(context), ended_because: why };
  await context.tx.updateTable('training_path').set(end).where('id', '=', id).execute();
  await cancelCommitments(context, { subjectId: id, reason: 'path_ended' });
  await record(context, {
    subject: { type: 'training_path', id },
    type: 'training_path.ended',
    data: { person: path.person_id },
  });
}

/** Somebody who was entered by mistake and never signed anything: as if his paths had not begun. */
export async function takeBackPaths(context: Context, personId: Id<'person'>): Promise<void> {
  const { tx } = context;
  const paths = await tx.selectFrom('training_path').select('id').where('person_id', '=', personId).execute();
  for (const { id } of paths) {
    await cancelCommitments(context, { subjectId: id, reason: 'path_ended' });
    await tx.deleteFrom('training_path').where('id', '=', id).execute();
  }
}
