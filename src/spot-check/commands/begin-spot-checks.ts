import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres } from '../../organisation/house.ts';
import { holdersOf } from '../../organisation/queries.ts';
import type { CurrentPlan } from '../plan-versions.ts';
import { currentPlans } from '../plan-versions.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { CheckPeriod } from '../spot-check.ts';
import { OWED_AS } from '../spot-check.ts';

type Checking = { id: Id<'post'>; department_id: Id<'department'> | null };

/** What each plan owes of the period that runs now, in every centre that has its post; begun already, it stays as it is. */
export async function beginCurrentSpotChecks(context: Context): Promise<void> {
  for (const plan of await currentPlans(context)) await beginOfPlan(context, plan);
}

/** The same for one plan. */
export async function beginOfPlan(context: Context, current: CurrentPlan): Promise<void> {
  for (const centre of (await centres(context)).values())
    await beginCheck(context, centre.id, current, periodOf(current.plan.period, centre.zone, context.now));
}

/** One period of one plan at one centre: nothing where the plan is given up, the centre has no such post, or it was begun. */
export async function beginCheck(
  context: Context,
  centreId: Id<'centre'>,
  { key, version, plan }: CurrentPlan,
  period: CheckPeriod,
): Promise<void> {
  const post = plan.closed ? null : await postOf(context, centreId, plan.post);
  if (!post) return;
  const id = newId<'spot_check'>(context.now);
  const fresh = await context.tx
    .insertInto('spot_check')
    .values({
      id,
      plan_key: key,
      plan_version: version,
      centre_id: centreId,
      department_id: post.department_id,
      post_id: post.id,
      period: period.period,
      begins: period.begins,
      from_at: period.from,
      until_at: period.until,
    })
    .onConflict((conflict) =>
      conflict.columns(['plan_key', 'centre_id', 'period', 'begins']).where('dropped_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, { id, centreId, post, limit: plan.limit, period });
  const data = { plan: key, version, begins: period.begins };
  await record(context, { subject: { type: 'spot_check', id }, type: 'spot_check.begun', data });
}

async function postOf(context: Context, centreId: Id<'centre'>, key: string): Promise<Checking | undefined> {
  return context.tx
    .selectFrom('post')
    .select(['id', 'department_id'])
    .where('key', '=', key)
    .where('centre_id', '=', centreId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
}

type Begun = {
  id: Id<'spot_check'>;
  centreId: Id<'centre'>;
  post: Checking;
  limit: CurrentPlan['plan']['limit'];
  period: CheckPeriod;
};

/** Owed from the first day of its period, so that it is seen coming; its time counts from the period's end. */
async function owe(context: Context, { id, centreId, post, limit, period }: Begun): Promise<void> {
  const [holder] = await holdersOf(context, { postId: post.id });
  const departmentId = post.department_id;
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'spot_check', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post.id,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId }),
      limit: { allowance: limit.allowance, ladder: [FOOT, ...limit.ladder] },
      startedAt: period.until,
    },
  ]);
}
