import { sql } from 'kysely';
import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { clockOf } from '../clocks.ts';
import { dayAfter, endOfDay, startOfDay } from '../days.ts';
import type { Plan, Round } from '../facts.ts';
import { lockRound, note, thingOfRound } from '../facts.ts';
import type { planVerdictInput } from '../inputs.ts';
import { drawReceivers, OWED, whyNotConfirm } from '../survey.ts';

/**
 * The plan is confirmed by the post named, and its receivers are drawn; or it is sent back with what is to be otherwise, and another is
 * owed (SURV-12).
 */
export async function judgePlan(
  context: Context,
  id: Id<'survey_round'>,
  { confirmed, remark }: z.output<typeof planVerdictInput>,
): Promise<void> {
  const round = await lockRound(context, id);
  orForbid(can(context.actor, 'survey.see', thingOfRound(round)));
  const { posts, limits } = round.questionnaire;
  orRefuse(whyNotConfirm(round.state, round.plan, context.actor, posts.confirms));
  if (!confirmed && remark === '') throw new Invalid('survey.remark_missing', { path: 'remark' });
  const plan = round.plan!;
  await context.tx
    .updateTable('survey_plan')
    .set({
      verdict: confirmed ? 'confirmed' : 'sent_back',
      remark: remark === '' ? null : remark,
      verdict_by_id: actingPerson(context),
      verdict_at: context.now,
    })
    .where('round_id', '=', id)
    .where('version', '=', plan.version)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED.confirm] });
  if (confirmed) return begin(context, round, plan);
  const subject = { type: 'survey_round' as const, id };
  await startCommitments(context, [
    await clockOf(context, round, { kind: OWED.plan, subject, post: posts.statistician, limit: limits.plan }),
  ]);
  await note(context, id, 'plan_sent_back', { version: plan.version });
}

async function begin(context: Context, round: Round, plan: Plan): Promise<void> {
  const today = await todayIn(context, round.centre_id);
  const drawn = await drawRound(context, round, plan, today);
  const { limits } = round.questionnaire;
  const issueOn = plan.issue_on > today ? plan.issue_on : today;
  await startCommitments(context, [
    await clockOf(context, round, {
      kind: OWED.issue,
      subject: { type: 'survey_round', id: round.id },
      ownerId: plan.distributor_id,
      limit: limits.recover,
      dueAt: await endOfDay(context, round.centre_id, issueOn),
    }),
  ]);
  // whom the plan names owes the summary from now on
  await moveCommitments(context, { subjectId: round.id, kinds: [OWED.summary], toId: plan.statistician_id });
  await note(context, round.id, 'confirmed', { version: plan.version, ...drawn });
}

type Owner = { id: Id<'customer'>; place_id: Id<'place'>; asked: boolean };

/** Whoever is to one of the units of the centre what the questionnaire asks for, today; each once, by the first of his units. */
async function ownersOf(context: Context, round: Round, today: string): Promise<Owner[]> {
  const yearAgo = await startOfDay(context, round.centre_id, dayAfter(today, -365));
  const { relations } = round.questionnaire.receivers;
  const { rows } = await sql<Owner>`
    select distinct on (c.id) c.id, p.id as place_id, exists (
      select from survey_receiver x join survey_round r on r.id = x.round_id
      where x.customer_id = c.id and r.questionnaire_key = ${round.questionnaire_key} and r.confirmed_at > ${yearAgo}) as asked
    from customer c join customer_place h on h.customer_id = c.id join place p on p.id = h.place_id
    where c.erased_at is null and p.kind = 'unit' and p.closed_at is null and p.centre_id = ${round.centre_id}
      and h.relation = any(${relations}) and coalesce(h.since <= ${today}::date, true) and coalesce(h.until >= ${today}::date, true)
    order by c.id, p.code, p.id`.execute(context.tx);
  return rows;
}

/** Drawn with a seed that nobody knew before and everybody can read after; two rounds at once draw one after the other. */
async function drawRound(context: Context, round: Round, plan: Plan, today: string) {
  const { tx, now } = context;
  await sql`lock table survey_receiver in share row exclusive mode`.execute(tx);
  const owners = await ownersOf(context, round, today);
  if (owners.length === 0) throw new Refused('survey.nobody');
  const fresh = owners.filter((one) => !one.asked).map(({ id }) => id);
  const asked = owners.filter((one) => one.asked).map(({ id }) => id);
  const seed = newId<'seed'>(now);
  await tx
    .updateTable('survey_round')
    .set({ confirmed_at: now, seed, fresh, asked })
    .where('id', '=', round.id)
    .execute();
  const places = new Map(owners.map((one) => [one.id, one.place_id]));
  const drawn = drawReceivers(seed, { fresh, asked }, plan.percent);
  const rows = drawn.map(({ id, again }, at) => ({
    id: newId<'survey_receiver'>(now),
    round_id: round.id,
    no: at + 1,
    customer_id: id,
    place_id: places.get(id)!,
    again,
    state: 'drawn' as const,
  }));
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto('survey_receiver')
      .values(rows.slice(at, at + 1000))
      .execute();
  return { receivers: rows.length, again: rows.filter((one) => one.again).length };
}
