import { recordContact } from '../../contact/commands/record-contact.ts';
import { contactInput } from '../../contact/inputs.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, Refused, Stale } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { addressees } from '../../outreach/known.ts';
import type { Receiver, Round } from '../facts.ts';
import { lockRound, note } from '../facts.ts';
import type { AnswersInput } from '../inputs.ts';
import type { Answer, ReturnWay } from '../survey.ts';
import { whyNotAnswers, whyNotIn } from '../survey.ts';
import { whyNotTypeIn } from '../page-can.ts';
import { keepRecovered } from './collect.ts';

async function lockReceiver({ tx }: Context, id: Id<'survey_receiver'>): Promise<Receiver> {
  const row = await tx
    .selectFrom('survey_receiver')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('survey.receiver_unknown');
  return row;
}

/**
 * A filled-in sheet is typed in once it was collected, or somebody was called and said it; corrected until the round is submitted,
 * each version kept. By whoever counts or runs the round, or stands at the desk.
 */
export async function takeAnswers(context: Context, id: Id<'survey_receiver'>, input: AnswersInput): Promise<number> {
  const named = await context.tx
    .selectFrom('survey_receiver')
    .select('round_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!named) throw new NotFound('survey.receiver_unknown');
  const round = await lockRound(context, named.round_id);
  const receiver = await lockReceiver(context, id);
  orForbid(whyNotTypeIn(context, round));
  orRefuse(whyNotIn(round.state, 'running'));
  if (receiver.answer_version !== input.seen)
    throw new Stale('stale', { seen: input.seen, version: receiver.answer_version });
  if (receiver.state === 'drawn') throw new Refused('survey.not_handed_out');
  if (input.way === 'paper' && receiver.collected_on === null) throw new Refused('survey.not_collected');
  if (input.way === 'phone' && receiver.answer_version === 0) await touched(context, round, receiver);
  return keep(context, round, receiver, input.way, input.answers);
}

/** Asked on the telephone, it is a touch in his history like any other. */
async function touched(context: Context, round: Round, { customer_id: customerId, place_id: placeId }: Receiver) {
  const touch = { direction: 'out', channel: 'phone', purpose: 'follow_up', customerId, placeId };
  const whom = (await addressees(context, [customerId])).get(customerId);
  const need = whom ? round.questionnaire.name[whom.language] : '';
  await recordContact(context, contactInput.parse({ ...touch, need, outcome: '' }));
}

/** His own answers, by the link that is his alone; the link is good no more (SURV-01). */
export async function answerByLink(context: Context, hash: string, answers: readonly Answer[]): Promise<void> {
  const { round_id, id } = await byLink(context, hash);
  const round = await lockRound(context, round_id);
  const receiver = await lockReceiver(context, id);
  // of two who answer by one link at once, one is first
  if (receiver.link_hash !== hash || round.submitted_at !== null) throw new NotFound('survey.link_unknown');
  await keep(context, round, receiver, 'page', answers);
}

/** Whose link it is, while it may be answered; every reason why not looks the same from outside. */
export async function byLink({ tx }: Context, hash: string): Promise<Receiver> {
  const receiver = await tx
    .selectFrom('survey_receiver as x')
    .innerJoin('survey_round as r', 'r.id', 'x.round_id')
    .selectAll('x')
    .where('x.link_hash', '=', hash)
    .where('r.submitted_at', 'is', null)
    .executeTakeFirst();
  if (!receiver) throw new NotFound('survey.link_unknown');
  return receiver;
}

async function keep(
  context: Context,
  round: Round,
  receiver: Receiver,
  way: ReturnWay,
  answers: readonly Answer[],
): Promise<number> {
  const wrong = whyNotAnswers(round.questionnaire, answers);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const version = receiver.answer_version + 1;
  const by = way === 'page' ? null : actingPerson(context);
  const { tx, now } = context;
  await tx.insertInto('survey_return').values({ receiver_id: receiver.id, version, way, by_id: by, at: now }).execute();
  const rows = answers.map(({ question, score = null, choice = null, text = null }) => ({
    id: newId<'survey_answer'>(now),
    receiver_id: receiver.id,
    version,
    question,
    score,
    choice,
    text,
  }));
  await tx.insertInto('survey_answer').values(rows).execute();
  await tx
    .updateTable('survey_receiver')
    .set({
      state: 'answered',
      answer_version: version,
      link_hash: null,
      ...(receiver.collected_on === null
        ? { collected_on: await todayIn(context, round.centre_id), collected_by_id: by }
        : {}),
    })
    .where('id', '=', receiver.id)
    .execute();
  await keepRecovered(context, [receiver.issue_id!]);
  await note(context, round.id, 'answered', { receiver: receiver.id, way, version });
  return version;
}
