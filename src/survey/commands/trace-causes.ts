import type { z } from 'zod';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { clockOf } from '../clocks.ts';
import { endOfDay } from '../days.ts';
import type { Round } from '../facts.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import type { CauseInput, measureInput } from '../inputs.ts';
import { isProblem, layerOf, MOST_LAYERS, OWED, whyNotIn } from '../survey.ts';
import type { SurveyCauseTable } from '../table.ts';

type Cause = Selectable<SurveyCauseTable>;

const NOTHING_DONE = {
  measure: null,
  measure_by_id: null,
  due_on: null,
  done_text: null,
  done_at: null,
  done_by_id: null,
  dropped_at: null,
};

/** Whoever runs the round, or takes part in the group that evaluates it. */
async function orMayNot(context: Context, round: Round): Promise<void> {
  orRefuse(whyNotIn(round.state, 'running'));
  const mayRun = can(context.actor, 'survey.run', thingOfRound(round));
  if (mayRun === null) return;
  const rows = context.tx.selectFrom('survey_evaluation').select('people').where('round_id', '=', round.id);
  const group = new Set<string>((await rows.execute()).flatMap(({ people }) => people));
  if (context.actor.personId === null || !group.has(context.actor.personId)) orForbid(mayRun);
}

export async function causesOf({ tx }: Context, roundId: Id<'survey_round'>): Promise<Cause[]> {
  const rows = tx
    .selectFrom('survey_cause')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('dropped_at', 'is', null);
  return rows.orderBy('at').orderBy('id').execute();
}

/** A cause of a problem on one of the five main branches, or a finer one under another; where a finer one stands no measure does (SURV-07). */
export async function addCause(
  context: Context,
  roundId: Id<'survey_round'>,
  input: CauseInput,
): Promise<Id<'survey_cause'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'survey_cause'>(now);
  if (await tx.selectFrom('survey_cause').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const round = await lockRound(context, roundId);
  await orMayNot(context, round);
  const { parent, sort } = await whereOf(context, round, input);
  await tx
    .insertInto('survey_cause')
    .values({
      id,
      round_id: roundId,
      problem: input.problem,
      parent_id: parent?.id ?? null,
      sort,
      text: input.text,
      by_id: actingPerson(context),
      at: now,
      ...NOTHING_DONE,
    })
    .execute();
  await note(context, roundId, 'cause_added', { cause: id, problem: input.problem, branch: sort });
  return id;
}

/** Where on the chart a cause stands: on a main branch, or under a coarser one that has no measure of its own. */
async function whereOf(context: Context, round: Round, { problem, parentId, branch }: CauseInput) {
  if (!isProblem(round.questionnaire, problem)) throw new Invalid('survey.problem_unknown', { path: 'problem' });
  const causes = await causesOf(context, round.id);
  const parent = parentId ? causes.find((one) => one.id === parentId) : undefined;
  if (parentId && parent?.problem !== problem) throw new Invalid('survey.cause_unknown', { path: 'parentId' });
  const sort = parent?.sort ?? branch;
  if (!sort) throw new Invalid('survey.branch_missing', { path: 'branch' });
  if (parent && parent.measure !== null) throw new Refused('survey.has_measure');
  if (layerOf(causes, parent?.id ?? null) >= MOST_LAYERS) throw new Refused('survey.too_deep', { most: MOST_LAYERS });
  return { parent, sort };
}

async function lockCause(
  context: Context,
  id: Id<'survey_cause'>,
): Promise<{ round: Round; cause: Cause; all: Cause[] }> {
  const named = await context.tx.selectFrom('survey_cause').select('round_id').where('id', '=', id).executeTakeFirst();
  if (!named) throw new NotFound('survey.cause_unknown');
  const round = await lockRound(context, named.round_id);
  const all = await causesOf(context, round.id);
  const cause = all.find((one) => one.id === id);
  if (!cause) throw new NotFound('survey.cause_unknown');
  return { round, cause, all };
}

/** What is done against an end of the chart, by whom and by when: owed like everything else. Set again, the former is owed no more. */
export async function setCauseMeasure(
  context: Context,
  id: Id<'survey_cause'>,
  input: z.output<typeof measureInput>,
): Promise<void> {
  const { round, cause, all } = await lockCause(context, id);
  await orMayNot(context, round);
  if (all.some((one) => one.parent_id === id)) throw new Refused('survey.not_an_end');
  if (cause.done_at !== null) throw new Refused('survey.measure_done');
  await orNotHere(context.tx, [input.personId], 'personId');
  if (input.dueOn < (await todayIn(context, round.centre_id))) throw new Invalid('survey.day_past', { path: 'dueOn' });
  await cancelCommitments(context, { subjectId: id, reason: 'measure_set_again' });
  await context.tx
    .updateTable('survey_cause')
    .set({ measure: input.measure, measure_by_id: input.personId, due_on: input.dueOn })
    .where('id', '=', id)
    .execute();
  await startCommitments(context, [
    await clockOf(context, round, {
      kind: OWED.measure,
      subject: { type: 'survey_cause', id },
      ownerId: input.personId,
      limit: round.questionnaire.limits.measure,
      dueAt: await endOfDay(context, round.centre_id, input.dueOn),
    }),
  ]);
  await note(context, round.id, 'measure_set', { cause: id, person: input.personId, dueOn: input.dueOn });
}

/** Done, by whoever was to do it, also once the round is submitted. */
export async function reportCauseMeasure(
  context: Context,
  id: Id<'survey_cause'>,
  { text }: { text: string },
): Promise<void> {
  const { round, cause } = await lockCause(context, id);
  const by = actingPerson(context);
  if (cause.measure_by_id !== by) orForbid(can(context.actor, 'survey.run', thingOfRound(round)));
  if (cause.measure === null) throw new Refused('survey.no_measure');
  if (cause.done_at !== null) throw new Refused('survey.measure_done');
  await context.tx
    .updateTable('survey_cause')
    .set({ done_text: text, done_at: context.now, done_by_id: by })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED.measure] });
  await note(context, round.id, 'measure_done', { cause: id });
}

/** Taken off the chart: nothing finer stands under it, and what was to be done against it is owed no more. */
export async function dropCause(context: Context, id: Id<'survey_cause'>): Promise<void> {
  const { round, cause, all } = await lockCause(context, id);
  await orMayNot(context, round);
  if (all.some((one) => one.parent_id === id)) throw new Refused('survey.not_an_end');
  if (cause.done_at !== null) throw new Refused('survey.measure_done');
  await context.tx.updateTable('survey_cause').set({ dropped_at: context.now }).where('id', '=', id).execute();
  await cancelCommitments(context, { subjectId: id, reason: 'cause_dropped' });
  await note(context, round.id, 'cause_dropped', { cause: id });
}
