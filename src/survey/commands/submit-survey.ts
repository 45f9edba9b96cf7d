import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Instant } from '../../kernel/time.ts';
import { later } from '../../kernel/time.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { clockOf } from '../clocks.ts';
import { dayDone, dayIn, startOfDay } from '../days.ts';
import type { Round } from '../facts.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import type { submitInput } from '../inputs.ts';
import { resultsOf } from '../results.ts';
import { standingOf } from '../standing.ts';
import { OWED, whyNotOne, whyNotSubmit } from '../survey.ts';
import { beginSurveysAfter } from './begin-surveys.ts';

/**
 * The round is submitted to the post named, with its analysis and the filled-in sheets (SURV-05, SURV-13): its results are kept as they
 * stand now and never change. The originals are owed back.
 */
export async function submitSurvey(
  context: Context,
  id: Id<'survey_round'>,
  { text, originals }: z.output<typeof submitInput>,
): Promise<void> {
  const { tx, now } = context;
  const round = await lockRound(context, id);
  orForbid(can(context.actor, 'survey.see', thingOfRound(round)));
  const { posts } = round.questionnaire;
  orRefuse(whyNotOne(context.actor, posts.statistician, round.plan?.statistician_id ?? null));
  const wrong = whyNotSubmit(await standingOf(context, round), originals);
  if (wrong?.params?.['path']) throw new Invalid(wrong.code, wrong.params);
  orRefuse(wrong);
  const post = [...(await readStaff(context)).posts.values()].find(({ key }) => key === posts.to);
  await tx
    .updateTable('survey_round')
    .set({
      submitted_at: now,
      submitted_by_id: actingPerson(context),
      addressee_post_id: post?.id ?? null,
      results: json(await resultsOf(context, round)),
      text,
      originals,
    })
    .where('id', '=', id)
    .execute();
  // what nobody answered by then is answered no more
  await tx.updateTable('survey_receiver').set({ link_hash: null }).where('round_id', '=', id).execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED.summary, OWED.issue] });
  if (originals > 0) await oweOriginals(context, round);
  await beginSurveysAfter(context, [id]);
  const ask = post ? { to: 'owner' as const, postId: post.id } : { to: 'company_leader' as const };
  const addressees = await whoIsTold(context, { ...ask, centreId: round.centre_id });
  const { key } = round.questionnaire;
  await note(context, id, 'submitted', { questionnaire: key, begins: round.begins, originals, addressees });
}

/** Within ten days the post that has them sends them back. */
async function oweOriginals(context: Context, round: Round): Promise<void> {
  const { posts, limits } = round.questionnaire;
  const subject = { type: 'survey_round' as const, id: round.id };
  await startCommitments(context, [
    await clockOf(context, round, { kind: OWED.originals, subject, post: posts.to, limit: limits.originals }),
  ]);
}

/** The sheets came back: said by whoever submitted them, or by the post that had them. */
export async function takeOriginalsBack(
  context: Context,
  id: Id<'survey_round'>,
  { on }: { on: string },
): Promise<void> {
  const round = await lockRound(context, id);
  orForbid(can(context.actor, 'survey.see', thingOfRound(round)));
  const { posts } = round.questionnaire;
  const isTo = whyNotOne(context.actor, posts.to, null) === null;
  orRefuse(isTo ? null : whyNotOne(context.actor, posts.statistician, round.plan?.statistician_id ?? null));
  if (!round.originals) throw new Refused('survey.no_originals');
  if (round.originals_back_on !== null) throw new Refused('survey.originals_back');
  const submittedOn = await dayIn(context, round.centre_id, round.submitted_at!);
  const day = await dayDone(context, round.centre_id, on, submittedOn);
  await context.tx
    .updateTable('survey_round')
    .set({ originals_back_on: day, originals_back_by_id: actingPerson(context) })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, {
    subjectId: id,
    kinds: [OWED.originals],
    happenedAt: await startOf(context, round.centre_id, day, round.submitted_at!),
  });
  await note(context, id, 'originals_back', { on: day });
}

/** A day in the middle of which nobody knows the hour: its beginning, but never before they were sent. */
async function startOf(context: Context, centreId: Id<'centre'>, day: string, notBefore: Instant): Promise<Instant> {
  const start = await startOfDay(context, centreId, day);
  return later(start, notBefore);
}
