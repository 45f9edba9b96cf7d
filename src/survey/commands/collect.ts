import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { dayDone } from '../days.ts';
import type { Receiver, Round } from '../facts.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import { OWED, whyNotIn, whyNotOne } from '../survey.ts';

type Out = Receiver & { on_day: string };

/** Sheets came back: on a day, collected by the collector of the plan; what stands on them is typed in after. */
export async function collect(
  context: Context,
  id: Id<'survey_round'>,
  { receiverIds, on }: { receiverIds: readonly Id<'survey_receiver'>[]; on?: string | undefined },
): Promise<void> {
  const { round, out } = await forCollector(context, id, receiverIds);
  if (out.some((one) => one.way !== 'paper')) throw new Refused('survey.not_on_paper');
  const first = out
    .map((one) => one.on_day)
    .toSorted()
    .at(-1)!;
  const day = await dayDone(context, round.centre_id, on, first);
  await ends(context, out, { state: 'collected', collected_on: day, collected_by_id: actingPerson(context) });
  await note(context, id, 'collected', { receivers: out.length, on: day });
}

/** These do not come back: whoever collects says why. Should one come back all the same, it is taken in like any other. */
export async function giveUp(
  context: Context,
  id: Id<'survey_round'>,
  { receiverIds, remark }: { receiverIds: readonly Id<'survey_receiver'>[]; remark: string },
): Promise<void> {
  const { out } = await forCollector(context, id, receiverIds);
  await ends(context, out, { state: 'not_returned', remark });
  await note(context, id, 'given_up', { receivers: out.length });
}

async function forCollector(
  context: Context,
  id: Id<'survey_round'>,
  ids: readonly Id<'survey_receiver'>[],
): Promise<{ round: Round; out: (Out & { way: string })[] }> {
  const round = await lockRound(context, id);
  orForbid(can(context.actor, 'survey.see', thingOfRound(round)));
  orRefuse(whyNotIn(round.state, 'running'));
  orRefuse(whyNotOne(context.actor, round.questionnaire.posts.collector, round.plan!.collector_id));
  const out = await context.tx
    .selectFrom('survey_receiver as x')
    .innerJoin('survey_issue as i', 'i.id', 'x.issue_id')
    .selectAll('x')
    .select(['i.on_day', 'i.way'])
    .where('x.round_id', '=', id)
    .where('x.id', 'in', ids)
    .where('x.state', 'in', ['handed_out', 'not_returned'])
    .execute();
  if (out.length < new Set(ids).size) throw new NotFound('survey.not_out', { path: 'receiverIds' });
  return { round, out };
}

async function ends(context: Context, out: readonly Receiver[], change: Partial<Receiver>): Promise<void> {
  await context.tx
    .updateTable('survey_receiver')
    .set(change)
    .where(
      'id',
      'in',
      out.map(({ id }) => id),
    )
    .execute();
  await keepRecovered(context, [...new Set(out.map((one) => one.issue_id!))]);
}

/** What was handed out together is recovered once each of them is back or given up. */
export async function keepRecovered(context: Context, issues: readonly Id<'survey_issue'>[]): Promise<void> {
  for (const issue of issues) {
    const left = await context.tx
      .selectFrom('survey_receiver')
      .select('id')
      .where('issue_id', '=', issue)
      .where('state', '=', 'handed_out')
      .limit(1)
      .executeTakeFirst();
    if (!left) await keepCommitments(context, { subjectId: issue, kinds: [OWED.recover] });
  }
}
