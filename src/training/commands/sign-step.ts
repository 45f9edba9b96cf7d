import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { PathRow } from '../facts.ts';
import { catalogueOf, lockPath, sidesOf, signaturesOf } from '../facts.ts';
import { passesOf } from '../results.ts';
import { isComplete, needOf, OWED_AS, sideOf, whyNotSign } from '../training.ts';

/**
 * The coach signs that he showed and checked a step, the member that he can do it; with the last signature the path is complete and
 * he may work alone (TRNG-03). A step that asks for a course is not signed before its result holds.
 */
export async function signStep(context: Context, id: Id<'training_path'>, { step }: { step: string }): Promise<void> {
  const path = await lockPath(context.tx, id);
  const signed = sidesOf(await signaturesOf(context.tx, [id]));
  const wrong = whyNotSign(path, signed, step, context.actor);
  if (wrong?.code === 'training.step_unknown') throw new Invalid(wrong.code, wrong.params);
  orRefuse(wrong);
  const side = sideOf(path, context.actor)!;
  if (side === 'coach') await orLacksCourse(context, path, step);
  await context.tx
    .insertInto('training_signature')
    .values({ path_id: id, step, side, by_id: actingPerson(context), at: context.now })
    .execute();
  await record(context, { subject: { type: 'training_path', id }, type: 'training_path.signed', data: { step, side } });
  if (!isComplete(path.definition, [...signed, { step, side }])) return;
  await context.tx.updateTable('training_path').set({ completed_at: context.now }).where('id', '=', id).execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.path] });
  await record(context, {
    subject: { type: 'training_path', id },
    type: 'training_path.completed',
    data: { person: path.person_id, coach: path.coach_id, by: path.begun_by_id },
  });
}

async function orLacksCourse(context: Context, path: PathRow, step: string): Promise<void> {
  const wanted = path.definition.steps.find(({ key }) => key === step)?.course;
  const course = (await catalogueOf(context)).courses.find(({ key }) => key === wanted);
  if (!course) return;
  const [passed] = await passesOf(context, [path.person_id], [course.key]);
  const facts = { since: path.begun_at, passedAt: passed?.at ?? null };
  const { state } = needOf(course, facts, context.now, 0);
  orRefuse(state === 'valid' ? null : refusal('training.step_needs_result', { course: course.key }));
}
