import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { clockOf } from '../clocks.ts';
import type { Round } from '../facts.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import type { PlanInput } from '../inputs.ts';
import { OWED } from '../survey.ts';
import { dayIn } from '../days.ts';

/**
 * The plan of a round: aim, how many are asked, day and persons (SURV-12). Written again before it is confirmed, the former version
 * stays. It waits for the post that confirms it.
 */
export async function writeSurveyPlan(context: Context, id: Id<'survey_round'>, input: PlanInput): Promise<number> {
  const round = await lockRound(context, id);
  orForbid(can(context.actor, 'survey.run', thingOfRound(round)));
  orRefuse(round.confirmed_at === null ? null : refusal('survey.planned'));
  const before = round.plan?.version ?? 0;
  if (before !== input.seen) throw new Stale('stale', { seen: input.seen, version: before });
  await orUnfit(context, round, input);
  const version = before + 1;
  await context.tx
    .insertInto('survey_plan')
    .values({
      round_id: id,
      version,
      aim: input.aim,
      percent: input.percent,
      issue_on: input.issueOn,
      statistician_id: input.statisticianId,
      distributor_id: input.distributorId,
      collector_id: input.collectorId,
      by_id: actingPerson(context),
      at: context.now,
      verdict: null,
      remark: null,
      verdict_by_id: null,
      verdict_at: null,
    })
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED.plan] });
  if (round.state === 'to_plan') {
    const { limits, posts } = round.questionnaire;
    const subject = { type: 'survey_round' as const, id };
    await startCommitments(context, [
      await clockOf(context, round, { kind: OWED.confirm, subject, post: posts.confirms, limit: limits.confirm }),
    ]);
  }
  await note(context, id, 'planned', { version });
  return version;
}

/** No fewer than the questionnaire asks for, within the period, and by people who work here. */
async function orUnfit(context: Context, round: Round, input: PlanInput): Promise<void> {
  const { leastPercent } = round.questionnaire.receivers;
  if (input.percent < leastPercent) throw new Invalid('survey.too_few', { path: 'percent', least: leastPercent });
  if (input.issueOn < round.begins || input.issueOn > (await dayIn(context, round.centre_id, round.until_at)))
    throw new Invalid('survey.day_outside', { path: 'issueOn' });
  await orNotHere(context.tx, [input.statisticianId], 'statisticianId');
  await orNotHere(context.tx, [input.distributorId], 'distributorId');
  await orNotHere(context.tx, [input.collectorId], 'collectorId');
}
