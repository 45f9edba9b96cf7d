import { refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Round } from './facts.ts';
import { thingOfRound } from './facts.ts';
import { whyNotConfirm, whyNotIn, whyNotOne, whyNotSubmit } from './survey.ts';
import type { SurveyPage } from './view-page.ts';

/** What whoever looks may do on a round, and why not what he may not. */
export function canOf(context: Context, round: Round, standing: Parameters<typeof whyNotSubmit>[0]): SurveyPage['can'] {
  const { actor } = context;
  const { state, confirmed_at, questionnaire } = round;
  const run = can(actor, 'survey.run', thingOfRound(round));
  const running = whyNotIn(state, 'running');
  const { calls } = questionnaire.posts;
  return {
    plan: run ?? (confirmed_at === null ? null : refusal('survey.planned')),
    confirm: whyNotConfirm(state, round.plan, actor, questionnaire.posts.confirms),
    hand_out: running ?? whyNotNamed(context, round, 'distributor'),
    collect: running ?? whyNotNamed(context, round, 'collector'),
    type_in: running ?? whyNotTypeIn(context, round),
    call: running ?? (calls ? whyNotOne(actor, calls, null) : refusal('survey.nobody_calls')),
    trace: running ?? run,
    open_item: run ?? (confirmed_at === null ? refusal('survey.not_running') : null),
    submit: whyNotNamed(context, round, 'statistician') ?? whyNotSubmit(standing),
    originals_back: whyNotBack(context, round),
  };
}

function whyNotNamed({ actor }: Context, round: Round, who: 'statistician' | 'distributor' | 'collector') {
  return whyNotOne(actor, round.questionnaire.posts[who], round.plan?.[`${who}_id`] ?? null);
}

/** By whoever counts or runs the round, or stands at the desk. */
export function whyNotTypeIn({ actor }: Context, { plan, centre_id: centreId }: Round) {
  if (plan !== null && actor.personId === plan.statistician_id) return null;
  return can(actor, 'contact.record', { centreId }) && can(actor, 'survey.run', { centreId });
}

function whyNotBack(context: Context, round: Round) {
  if (!round.originals) return refusal('survey.no_originals');
  if (round.originals_back_on !== null) return refusal('survey.originals_back');
  return whyNotOne(context.actor, round.questionnaire.posts.to, null) && whyNotNamed(context, round, 'statistician');
}
