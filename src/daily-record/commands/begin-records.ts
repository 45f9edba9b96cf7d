import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import type { Centre } from '../../organisation/house.ts';
import { centres } from '../../organisation/house.ts';
import { isOpenOn } from '../../organisation/open-day.ts';
import { holdersOf } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../daily-record.ts';
import { receivingDepartment } from '../facts.ts';

/** A centre that receives on none of so many days will not receive. */
const MOST_DAYS = 400;

type Day = Period<'day'>;

/** What is owed for the working day that runs now, or comes next, at every centre; begun already, it stays as it is. */
export async function beginCurrentRecords(context: Context): Promise<void> {
  for (const centre of (await centres(context)).values()) {
    const last = await context.tx
      .selectFrom('daily_record')
      .select('id')
      .where('centre_id', '=', centre.id)
      .limit(1)
      .executeTakeFirst();
    if (!last) await begin(context, centre, periodOf('day', centre.zone, context.now));
  }
}

/** The working days after these. After an outage each one begun in the past begins the next, so that none is skipped. */
export async function beginRecordsAfter(context: Context, records: readonly Id<'daily_record'>[]): Promise<void> {
  if (records.length === 0) return;
  const rows = await context.tx
    .selectFrom('daily_record')
    .select(['centre_id', 'begins', 'until_at'])
    .where('id', 'in', records)
    .execute();
  const known = await centres(context);
  for (const { centre_id: centreId, begins, until_at: endedAt } of rows) {
    const centre = known.get(centreId)!;
    await begin(context, centre, periodAfter({ period: 'day', begins }, centre.zone), endedAt);
  }
}

async function begin(context: Context, centre: Centre, first: Day, endedAt: Instant = first.from): Promise<void> {
  const department = await receivingDepartment(context, centre.id);
  const day = await nextOpen(context, centre, first);
  if (department === null || day === null) return;
  const id = newId<'daily_record'>(context.now);
  const fresh = await context.tx
    .insertInto('daily_record')
    .values({
      id,
      centre_id: centre.id,
      department_id: department,
      begins: day.begins,
      from_at: endedAt,
      until_at: day.until,
    })
    .onConflict((conflict) => conflict.columns(['centre_id', 'begins']).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, centre, { id, department, until: day.until });
  await record(context, {
    subject: { type: 'daily_record', id },
    type: 'daily_record.begun',
    data: { begins: day.begins },
  });
}

/** The first day from this one on that the centre receives on. */
async function nextOpen(context: Context, centre: Centre, first: Day): Promise<Day | null> {
  for (let day = first, tried = 0; tried < MOST_DAYS; tried += 1, day = periodAfter(day, centre.zone))
    if (await isOpenOn(context, centre.reception_calendar_id, day)) return day;
  return null;
}

type Begun = { id: Id<'daily_record'>; department: Id<'department'>; until: Instant };

/** Seen from the day's own beginning; its time counts from the day's end. Owed by whoever supervises the desk, else by its head. */
async function owe(context: Context, centre: Centre, { id, department, until }: Begun): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.dailyRecord ?? limits.acceptHandover;
  const post = await context.tx
    .selectFrom('post')
    .select('id')
    .where('department_id', '=', department)
    .where('role', 'in', ['supervisor', 'department_head'])
    .where('closed_at', 'is', null)
    .orderBy((e) => e.case().when('role', '=', 'supervisor').then(0).else(1).end())
    .orderBy('id')
    .executeTakeFirst();
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  await startCommitments(context, [
    {
      kind: OWED_AS.record,
      subject: { type: 'daily_record', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post?.id,
      departmentId: department,
      centreId: centre.id,
      calendarId: centre.reception_calendar_id,
      limit: { allowance: limit.allowance, ladder: [FOOT, ...limit.ladder] },
      startedAt: until,
    },
  ]);
}
