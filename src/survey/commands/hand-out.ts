import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { writeUpdate } from '../../conversation/commands/write-update.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { addressees } from '../../outreach/known.ts';
import { wayFor } from '../../outreach/way.ts';
import { clockOf } from '../clocks.ts';
import { dayDone, dayIn, startOfDay } from '../days.ts';
import type { Receiver, Round } from '../facts.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import type { HandOut } from '../inputs.ts';
import { letterOf } from '../letter.ts';
import { OWED, whyNotIn, whyNotOne } from '../survey.ts';

/** Makes a secret, and knows the address that it opens and the digest that is kept. */
export type NewLink = () => { address: string; hash: string };

type HandedOut = { handedOut: number; noWay: number };

/**
 * Handed out to those drawn: on a day, by the distributor of the plan, to be collected by its collector within the limit (SURV-04,
 * ROLE-34). As a message each has a link of his own; whoever cannot be written to stays drawn, to be given a sheet or called.
 */
export async function handOut(
  context: Context,
  id: Id<'survey_round'>,
  input: HandOut,
  newLink: NewLink,
): Promise<HandedOut> {
  const round = await lockRound(context, id);
  orForbid(can(context.actor, 'survey.see', thingOfRound(round)));
  orRefuse(whyNotIn(round.state, 'running'));
  const plan = round.plan!;
  const { posts } = round.questionnaire;
  orRefuse(whyNotOne(context.actor, posts.distributor, plan.distributor_id));
  const confirmedOn = await dayIn(context, round.centre_id, round.confirmed_at!);
  const on = await dayDone(context, round.centre_id, input.on, confirmedOn);
  const drawn = await drawnOf(context, round, input.receiverIds);
  const reached =
    input.way === 'message'
      ? await write(context, round, drawn, newLink)
      : drawn.map(({ id: one }) => ({ id: one, message: null, hash: null }));
  if (reached.length === 0) throw new Refused('survey.no_way');
  const issueId = await writeIssue(context, round, { way: input.way, on }, reached);
  await oweRecovery(context, round, issueId, on);
  await keepIssued(context, round);
  const counts = { handedOut: reached.length, noWay: drawn.length - reached.length };
  await note(context, id, 'handed_out', { issue: issueId, way: input.way, on, ...counts });
  return counts;
}

type Issue = { way: HandOut['way']; on: string };

async function writeIssue(
  context: Context,
  round: Round,
  { way, on }: Issue,
  reached: readonly Reached[],
): Promise<Id<'survey_issue'>> {
  const issueId = newId<'survey_issue'>(context.now);
  const by = actingPerson(context);
  await context.tx
    .insertInto('survey_issue')
    .values({
      id: issueId,
      round_id: round.id,
      way,
      on_day: on,
      distributor_id: by,
      collector_id: round.plan!.collector_id,
      by_id: by,
      at: context.now,
    })
    .execute();
  for (const one of reached)
    await context.tx
      .updateTable('survey_receiver')
      .set({ state: 'handed_out', issue_id: issueId, message_id: one.message, link_hash: one.hash })
      .where('id', '=', one.id)
      .execute();
  return issueId;
}

async function drawnOf({ tx }: Context, round: Round, ids: HandOut['receiverIds']): Promise<Receiver[]> {
  let rows = tx.selectFrom('survey_receiver').selectAll().where('round_id', '=', round.id).where('state', '=', 'drawn');
  if (ids) rows = rows.where('id', 'in', ids);
  const found = await rows.orderBy('no').execute();
  if (ids && found.length < new Set(ids).size) throw new NotFound('survey.receiver_unknown', { path: 'receiverIds' });
  if (found.length === 0) throw new Refused('survey.nobody_left');
  return found;
}

type Reached = { id: Id<'survey_receiver'>; message: Id<'message'> | null; hash: string | null };

/** To each by the way he wants to hear from us; who wants to be called, or nothing, is not written to. */
async function write(context: Context, round: Round, drawn: Receiver[], newLink: NewLink): Promise<Reached[]> {
  const whom = await addressees(
    context,
    drawn.map((one) => one.customer_id),
  );
  const reached: Reached[] = [];
  for (const one of drawn) {
    const to = whom.get(one.customer_id);
    const way = to ? await wayFor(context, to, round.centre_id) : 'no_way';
    if (!to || typeof way === 'string') continue;
    const { address, hash } = newLink();
    const { name, intro } = round.questionnaire;
    const letter = { subject: name[to.language], text: letterOf(intro[to.language], address, to.language) };
    reached.push({ id: one.id, hash, message: await writeUpdate(context, way, { ...letter, ticketId: null }) });
  }
  return reached;
}

/** Half a month from the day of issue: owed by the collector for all that were handed out together. */
async function oweRecovery(context: Context, round: Round, id: Id<'survey_issue'>, on: string): Promise<void> {
  await startCommitments(context, [
    await clockOf(context, round, {
      kind: OWED.recover,
      subject: { type: 'survey_issue', id },
      ownerId: round.plan!.collector_id,
      limit: round.questionnaire.limits.recover,
      startedAt: await startOfDay(context, round.centre_id, on),
    }),
  ]);
}

/** The distribution is done once nobody is left to whom nothing was handed out. */
async function keepIssued(context: Context, round: Round): Promise<void> {
  const left = await context.tx
    .selectFrom('survey_receiver')
    .select('id')
    .where('round_id', '=', round.id)
    .where('state', '=', 'drawn')
    .limit(1)
    .executeTakeFirst();
  if (!left) await keepCommitments(context, { subjectId: round.id, kinds: [OWED.issue] });
}
