import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Limit } from '../../commitment/rule.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Instant } from '../../kernel/time.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres } from '../../organisation/house.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { readStaff } from '../../organisation/staff.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { ReportPlan } from '../plan.ts';
import type { About, Period } from '../summary.ts';
import { owedAs } from '../summary.ts';

type Centre = { id: Id<'centre'>; zone: string };
/** What is owed where: by a post, within a limit; of a report upward by its plan. */
type Owing = {
  about: About;
  centreId: Id<'centre'>;
  departmentId: Id<'department'> | null;
  postId: Id<'post'> | undefined;
  limit: Limit;
  period: Period;
  plan: ReportPlan | null;
};

/**
 * What is owed about the periods that run now: matters and service, for every centre that takes complaints, and the reports upward that
 * the house declares; begun already, it stays as it is.
 */
export async function beginCurrentSummaries(context: Context): Promise<void> {
  for (const centre of (await centres(context)).values()) {
    for (const about of ['matters', 'service'] as const)
      for (const period of ['week', 'month'] as const)
        await beginSummary(context, centre, about, periodOf(period, centre.zone, context.now));
  }
  await beginCurrentReports(context);
}

export async function beginCurrentReports(context: Context): Promise<void> {
  for (const plan of (await settingsOf(context)).reports ?? []) await beginReport(context, plan, context.now);
}

/**
 * The periods after these. After an outage each one begun in the past begins the next, so that none is skipped; and it
 * is begun once, by the clock or by whoever submits the summary before it. A report upward follows as it is declared by then.
 */
export async function beginSummariesAfter(context: Context, summaries: readonly Id<'summary'>[]): Promise<void> {
  if (summaries.length === 0) return;
  const rows = await context.tx.selectFrom('summary').selectAll().where('id', 'in', summaries).execute();
  const { reports = [] } = await settingsOf(context);
  for (const row of rows) {
    const plan = reports.find(({ key }) => key === row.plan_key);
    if (plan) await beginReport(context, plan, row.until_at);
    if (row.about === 'upward') continue;
    const centre = (await centres(context)).get(row.centre_id)!;
    await beginSummary(context, centre, row.about, periodOf(row.period, centre.zone, row.until_at));
  }
}

async function beginSummary(
  context: Context,
  { id: centreId }: Centre,
  about: 'matters' | 'service',
  period: Period,
): Promise<void> {
  const departmentId = await departmentOfComplaints(context, centreId);
  if (!departmentId) return;
  const { limits } = await settingsOf(context);
  const limit = period.period === 'month' ? (limits.monthlyReport ?? limits.weeklySummary) : limits.weeklySummary;
  // complaints are summed up by whoever answers for them, the whole service by whoever runs the centre
  const open = [...(await readStaff(context)).posts.values()];
  const post =
    about === 'service'
      ? open.find((one) => one.role === 'centre_manager' && one.centreId === centreId)
      : open.find((one) => one.role === 'department_head' && one.departmentId === departmentId);
  await begin(context, { about, centreId, departmentId, postId: post?.id, limit, period, plan: null });
}

/** The period of a report that this moment lies in; nothing where the house has no such post any more. */
async function beginReport(context: Context, plan: ReportPlan, moment: Instant): Promise<void> {
  const post = [...(await readStaff(context)).posts.values()].find(({ key }) => key === plan.owes);
  if (!post) return;
  const { centreId, departmentId, id: postId } = post;
  const period = periodOf(plan.period, (await centres(context)).get(centreId)!.zone, moment);
  await begin(context, { about: 'upward', centreId, departmentId, postId, limit: plan.limit, period, plan });
}

async function begin(context: Context, owing: Owing): Promise<void> {
  const { about, centreId, departmentId, period, plan } = owing;
  const id = newId<'summary'>(context.now);
  const fresh = await context.tx
    .insertInto('summary')
    .values({
      id,
      centre_id: centreId,
      department_id: departmentId,
      about,
      plan_key: plan?.key ?? null,
      plan: plan && json(plan),
      period: period.period,
      begins: period.begins,
      from_at: period.from,
      until_at: period.until,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['centre_id', 'about', 'plan_key', 'period', 'begins'])
        .where('dropped_at', 'is', null)
        .doNothing(),
    )
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, id, owing);
  const data = { about, ...(plan ? { plan: plan.key } : {}), period: period.period, begins: period.begins };
  await record(context, { subject: { type: 'summary', id }, type: 'summary.begun', data });
}

/** Owed from the first day of its period, so that it is seen coming; its time counts from the period's end. */
async function owe(context: Context, id: Id<'summary'>, owing: Owing): Promise<void> {
  const { about, centreId, departmentId, postId, limit, period, plan } = owing;
  const [holder] = postId ? await holdersOf(context, { postId }) : [];
  await startCommitments(context, [
    {
      kind: owedAs({ about, period: period.period, plan_key: plan?.key ?? null }),
      subject: { type: 'summary', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId }),
      limit: { allowance: limit.allowance, ladder: [FOOT, ...limit.ladder] },
      startedAt: period.until,
    },
  ]);
}

async function departmentOfComplaints(context: Context, centreId: Id<'centre'>): Promise<Id<'department'> | null> {
  const complaint = (await currentKinds(context)).find(({ kind }) => kind.type === 'complaint');
  if (!complaint) return null;
  const department = await context.tx
    .selectFrom('department')
    .select('id')
    .where('key', '=', complaint.kind.department)
    .where('centre_id', '=', centreId)
    .executeTakeFirst();
  return department?.id ?? null;
}
