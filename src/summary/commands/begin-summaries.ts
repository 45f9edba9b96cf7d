import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { About, Period } from '../summary.ts';
import { ABOUT, OWED_AS } from '../summary.ts';

type Centre = { id: Id<'centre'>; zone: string };
type Owing = { about: About; department: Id<'department'>; role: 'department_head' | 'centre_manager' };
type Begun = Owing & { id: Id<'summary'>; period: Period };

/**
 * What is owed about the week and the month that run now, matters and service, for every centre that takes complaints; begun already, it stays
 * as it is.
 */
export async function beginCurrentSummaries(context: Context): Promise<void> {
  const centres = await context.tx.selectFrom('centre').select(['id', 'zone']).orderBy('id').execute();
  for (const centre of centres) {
    for (const about of ABOUT)
      for (const period of ['week', 'month'] as const)
        await begin(context, centre, about, periodOf(period, centre.zone, context.now));
  }
}

/**
 * The periods after these. After an outage each one begun in the past begins the next, so that none is skipped; and it
 * is begun once, by the clock or by whoever submits the summary before it.
 */
export async function beginSummariesAfter(context: Context, summaries: readonly Id<'summary'>[]): Promise<void> {
  if (summaries.length === 0) return;
  const rows = await context.tx
    .selectFrom('summary')
    .innerJoin('centre', 'centre.id', 'summary.centre_id')
    .select(['centre.id', 'centre.zone', 'summary.about', 'summary.period', 'summary.begins'])
    .where('summary.id', 'in', summaries)
    .execute();
  for (const { about, period, begins, ...centre } of rows)
    await begin(context, centre, about, periodAfter({ period, begins }, centre.zone));
}

async function begin(context: Context, centre: Centre, about: About, period: Period): Promise<void> {
  const department = await departmentOfComplaints(context, centre.id);
  if (!department) return;
  // complaints are summed up by whoever answers for them, the whole service by whoever runs the centre
  const role = about === 'service' ? 'centre_manager' : 'department_head';
  const id = newId<'summary'>(context.now);
  const fresh = await context.tx
    .insertInto('summary')
    .values({
      id,
      centre_id: centre.id,
      department_id: department,
      about,
      period: period.period,
      begins: period.begins,
      from_at: period.from,
      until_at: period.until,
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'about', 'period', 'begins']).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, centre.id, { id, about, department, role, period });
  const data = { about, period: period.period, begins: period.begins };
  await record(context, { subject: { type: 'summary', id }, type: 'summary.begun', data });
}

/** Owed from the first day of its period, so that it is seen coming; its time counts from the period's end. */
async function owe(context: Context, centreId: Id<'centre'>, begun: Begun): Promise<void> {
  const { id, about, department, period } = begun;
  const { limits } = await settingsOf(context);
  const limit = period.period === 'month' ? (limits.monthlyReport ?? limits.weeklySummary) : limits.weeklySummary;
  const post = await postOwing(context, centreId, begun);
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  await startCommitments(context, [
    {
      kind: OWED_AS[about][period.period],
      subject: { type: 'summary', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post?.id,
      departmentId: department,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId: department }),
      limit: { allowance: limit.allowance, ladder: [FOOT, ...limit.ladder] },
      startedAt: period.until,
    },
  ]);
}

async function postOwing({ tx }: Context, centreId: Id<'centre'>, { role, department }: Owing) {
  const posts = tx
    .selectFrom('post')
    .select('id')
    .where('role', '=', role)
    .where('closed_at', 'is', null)
    .orderBy('id');
  const there =
    role === 'centre_manager' ? posts.where('centre_id', '=', centreId) : posts.where('department_id', '=', department);
  return there.executeTakeFirst();
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
