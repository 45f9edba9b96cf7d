import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { departmentHere, orNotHere } from '../../organisation/here.ts';
import { departments } from '../../organisation/house.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { ruleNamed, rulesInForce } from '../facts.ts';
import type { PlanSession } from '../inputs.ts';
import type { TrainingRules } from '../rules.ts';
import { OWED_AS, whyNotOver } from '../training.ts';
import { oweAttendance, oweSession } from './owe-session.ts';

/**
 * A session stands in the plan of a department (TRNG-01, TRNG-02): what, in which form, by whom, where, when and for whom. Whoever
 * plans it owes that it is held, each one invited that he comes; gaps in a skill that its course closes have led to it. The same id
 * again plans nothing twice.
 */
export async function planSession(context: Context, input: PlanSession): Promise<Id<'training_session'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'training_session'>(now);
  if (await tx.selectFrom('training_session').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const rules = await rulesInForce(context);
  const { id: departmentId, centre_id: centreId } = await planFor(context, input.departmentId);
  orForbid(whyNotOver(context.actor, 'training.plan', { centre_id: centreId, department_id: departmentId }));
  await orNotWhole(context, input, rules);
  const people = [...new Set(input.people)];
  const session = { ...rowOf(context, input), id, centre_id: centreId };
  await tx.insertInto('training_session').values(session).execute();
  await tx
    .insertInto('training_attendance')
    .values(people.map((personId) => ({ session_id: id, person_id: personId, remark: '' })))
    .execute();
  await oweSession(context, session, rules);
  await oweAttendance(context, session, people);
  await closeGaps(context, session.course, people);
  await record(context, {
    subject: { type: 'training_session', id },
    type: 'training_session.planned',
    data: { department: departmentId, form: input.form, fromAt: input.fromAt, untilAt: input.untilAt, people },
  });
  return id;
}

function rowOf(context: Context, input: PlanSession) {
  return {
    department_id: input.departmentId,
    subject: input.subject,
    form: input.form,
    course: input.course ?? null,
    article_id: input.articleId ?? null,
    trainer_id: input.trainerId ?? null,
    outside_trainer: input.outsideTrainer ?? null,
    place: input.place,
    from_at: input.fromAt,
    until_at: input.untilAt,
    first_from_at: input.fromAt,
    planned_by_id: actingPerson(context),
    planned_at: context.now,
    state: 'planned' as const,
  };
}

async function planFor(context: Context, id: Id<'department'>) {
  const centreId = (await departments(context)).get(id)?.centre_id ?? (await centreOf(context));
  return departmentHere(context.tx, id, centreId);
}

/** Its form and course are of the rules and fit; somebody trains; it is ahead, and ends after it begins. */
async function orNotWhole(context: Context, input: PlanSession, rules: TrainingRules): Promise<void> {
  const form = ruleNamed(rules.forms, input.form, 'form');
  const course = input.course === undefined ? null : ruleNamed(rules.courses, input.course, 'course');
  if (course && course.form !== form.key) throw new Invalid('training.course_of_other_form', { path: 'form' });
  if (form.coached && !input.trainerId) throw new Invalid('training.coach_missing', { path: 'trainerId' });
  if ((input.trainerId === undefined) === (input.outsideTrainer === undefined))
    throw new Invalid('training.trainer_missing', { path: 'trainerId' });
  if (input.trainerId && input.people.includes(input.trainerId))
    throw new Invalid('training.trains_himself', { path: 'people' });
  orEndsEarly(input);
  if (!context.replaying && input.fromAt <= context.now) throw new Invalid('promise.in_past', { path: 'fromAt' });
  await orNotHere(context.tx, input.trainerId ? [input.trainerId] : [], 'trainerId');
  await orNotHere(context.tx, input.people, 'people');
  await orNoProcess(context, input.articleId);
}

export function orEndsEarly({ fromAt, untilAt }: Pick<PlanSession, 'fromAt' | 'untilAt'>): void {
  if (untilAt <= fromAt) throw new Invalid('training.ends_early', { path: 'untilAt' });
}

async function orNoProcess({ tx }: Context, id: Id<'article'> | undefined): Promise<void> {
  if (id === undefined) return;
  const found = await tx
    .selectFrom('article')
    .select('id')
    .where('id', '=', id)
    .where('sort', '=', 'process')
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  if (!found) throw new Invalid('training.no_process', { path: 'articleId' });
}

/** What is planned for somebody of a course keeps the promise that his gap leads to a session (TRNG-09). */
export async function closeGaps(
  context: Context,
  course: string | null,
  people: readonly Id<'person'>[],
): Promise<void> {
  const { skills } = await rulesInForce(context);
  const closed = skills.filter((skill) => skill.course === course).map(({ key }) => key);
  if (closed.length === 0 || people.length === 0) return;
  const gaps = await context.tx
    .selectFrom('skill_mastery')
    .select('id')
    .where('skill', 'in', closed)
    .where('person_id', 'in', [...people])
    .execute();
  for (const { id } of gaps) await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.gap] });
}
