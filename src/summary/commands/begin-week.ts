import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Rung } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { currentKinds } from '../../pack/kinds.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Week } from '../summary.ts';
import { weekAfter, weekOf } from '../summary.ts';

/** The foot of the ladder: the week is over, the summary is due soon. Whoever climbs it begins the week after. */
const WEEK_OVER: Rung = { at: { share: 0 }, do: 'warn', to: 'owner' };

type Centre = { id: Id<'centre'>; zone: string };
type Begun = { id: Id<'summary'>; department: Id<'department'>; week: Week };

/** The summary of the week that runs now, for every centre that takes complaints; begun already, it stays as it is. */
export async function beginCurrentWeeks(context: Context): Promise<void> {
  const centres = await context.tx.selectFrom('centre').select(['id', 'zone']).orderBy('id').execute();
  for (const centre of centres) await beginWeek(context, centre, weekOf(centre.zone, context.now));
}

/**
 * The week after these. After an outage each week begun in the past begins the next, so that none is skipped; and a
 * week is begun once, by the clock or by whoever submits the summary before it.
 */
export async function beginWeeksAfter(context: Context, summaries: readonly Id<'summary'>[]): Promise<void> {
  if (summaries.length === 0) return;
  const rows = await context.tx
    .selectFrom('weekly_summary')
    .innerJoin('centre', 'centre.id', 'weekly_summary.centre_id')
    .select(['centre.id', 'centre.zone', 'weekly_summary.week'])
    .where('weekly_summary.id', 'in', summaries)
    .execute();
  for (const { week, ...centre } of rows) await beginWeek(context, centre, weekAfter(centre.zone, week));
}

async function beginWeek(context: Context, centre: Centre, week: Week): Promise<void> {
  const department = await departmentOfComplaints(context, centre.id);
  if (!department) return;
  const id = newId<'summary'>(context.now);
  const fresh = await context.tx
    .insertInto('weekly_summary')
    .values({
      id,
      centre_id: centre.id,
      department_id: department,
      week: week.week,
      from_at: week.from,
      until_at: week.until,
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'week']).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, centre.id, { id, department, week });
  await record(context, { subject: { type: 'summary', id }, type: 'summary.begun', data: { week: week.week } });
}

/** Owed from the first day of the week, so that it is seen coming; its time counts from the week's end. */
async function owe(context: Context, centreId: Id<'centre'>, { id, department, week }: Begun): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.weeklySummary;
  const post = await context.tx
    .selectFrom('post')
    .select('id')
    .where('department_id', '=', department)
    .where('role', '=', 'department_head')
    .where('closed_at', 'is', null)
    .orderBy('id')
    .executeTakeFirst();
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  await startCommitments(context, [
    {
      kind: 'weekly_summary',
      subject: { type: 'summary', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post?.id,
      departmentId: department,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId: department }),
      limit: { allowance: limit.allowance, ladder: [WEEK_OVER, ...limit.ladder] },
      startedAt: week.until,
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
