import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Instant } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { centres } from '../../organisation/house.ts';
import { readStaff } from '../../organisation/staff.ts';
import { effectOfChange } from '../../pack/effect-of-change.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { clockOf } from '../clocks.ts';
import { note } from '../facts.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { OWED } from '../survey.ts';

const questionnairesOf = async (context: Context) =>
  ((await settingsOf(context)).questionnaires ?? []).filter(({ closed }) => !closed);

/** The rounds of the periods that run now; begun already, they stay as they are (SURV-02, SURV-13). */
export async function beginCurrentSurveys(context: Context): Promise<void> {
  for (const one of await questionnairesOf(context)) await beginRound(context, one, context.now);
}

/** The periods after these; after an outage each one begun in the past begins the next, so that none is skipped. */
export async function beginSurveysAfter(context: Context, ids: readonly Id<'survey_round'>[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await context.tx
    .selectFrom('survey_round')
    .select(['questionnaire_key', 'until_at'])
    .where('id', 'in', ids)
    .execute();
  const all = await questionnairesOf(context);
  for (const row of rows) {
    const one = all.find(({ key }) => key === row.questionnaire_key);
    if (one) await beginRound(context, one, row.until_at);
  }
}

async function beginRound(context: Context, one: Questionnaire, moment: Instant): Promise<void> {
  const post = [...(await readStaff(context)).posts.values()].find(({ key }) => key === one.posts.statistician);
  if (!post) return;
  const { zone } = (await centres(context)).get(post.centreId)!;
  const period = periodOf(one.period, zone, moment);
  const id = newId<'survey_round'>(context.now);
  const round = { centre_id: post.centreId, department_id: post.departmentId };
  const fresh = await context.tx
    .insertInto('survey_round')
    .values({
      id,
      ...round,
      post_id: post.id,
      questionnaire_key: one.key,
      questionnaire: json(one),
      period: one.period,
      begins: period.begins,
      from_at: period.from,
      until_at: period.until,
    })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'questionnaire_key', 'begins']).where('dropped_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  const subject = { type: 'survey_round' as const, id };
  const owed = { subject, post: one.posts.statistician };
  const { plan, summary } = one.limits;
  await startCommitments(context, [
    await clockOf(context, round, { ...owed, kind: OWED.plan, limit: plan }),
    // owed from the first day, so that it is seen coming; its time counts from the period's end, where the next round begins
    await clockOf(context, round, {
      ...owed,
      kind: OWED.summary,
      limit: { ...summary, ladder: [FOOT, ...summary.ladder] },
      startedAt: period.until,
    }),
  ]);
  await note(context, id, 'begun', { questionnaire: one.key, period: one.period, begins: period.begins });
}

/**
 * The questionnaires are others now: a round whose plan is written goes on as it was; one without follows, and begins anew, or is
 * dropped where its questionnaire was given up.
 */
export async function followQuestionnaires(context: Context): Promise<void> {
  const { tx, now } = context;
  const declared = await questionnairesOf(context);
  const unplanned = await tx
    .selectFrom('survey_round as r')
    .select(['r.id', 'r.questionnaire_key', 'r.questionnaire'])
    .where('r.dropped_at', 'is', null)
    .where('r.confirmed_at', 'is', null)
    .where('r.until_at', '>', now)
    .where((e) =>
      e.not(e.exists(e.selectFrom('survey_plan as p').select('p.version').whereRef('p.round_id', '=', 'r.id'))),
    )
    .orderBy('r.id')
    .forNoKeyUpdate()
    .execute();
  for (const round of unplanned) {
    const one = declared.find(({ key }) => key === round.questionnaire_key);
    if (effectOfChange(round.questionnaire, one).length === 0) continue;
    await tx.updateTable('survey_round').set({ dropped_at: now }).where('id', '=', round.id).execute();
    await cancelCommitments(context, { subjectId: round.id, reason: 'questionnaire_changed' });
    await note(context, round.id, 'dropped', { questionnaire: round.questionnaire_key });
  }
  await beginCurrentSurveys(context);
}
