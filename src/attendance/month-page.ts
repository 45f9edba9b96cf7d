import type { z } from 'zod';
import { can } from '../organisation/can.ts';
import { centres, departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { todayIn } from '../organisation/today.ts';
import { refusal } from '../kernel/refusal.ts';
import { periodAfter, periodOf } from '../kernel/working-time/period.ts';
import type { Context } from '../platform/context.ts';
import { spanOf, thingAt } from './facts.ts';
import type { MonthQuery } from './inputs.ts';
import type { MonthLine } from './month.ts';
import { whyNotReopen, whyNotReview } from './month.ts';
import type { Month } from './month-facts.ts';
import { linesOf, whyNotKeepMonth } from './month-facts.ts';
import { kindNames } from './shift-views.ts';
import type { monthOut } from './view.ts';

type View = z.input<typeof monthOut>;

/** A month's attendance against the rota, a line a person of those whom the one asking sees (WFRC-01, WFRC-02). */
export async function monthSheet(context: Context, query: MonthQuery): Promise<View> {
  const centreId = await centreOf(context);
  const { zone } = (await centres(context)).get(centreId)!;
  const month = query.month ?? (await todayIn(context, centreId)).slice(0, 7);
  const period = periodOf('month', zone, spanOf(zone, `${month}-01`, { from: '12:00', to: '13:00' }).from);
  const row = await context.tx
    .selectFrom('attendance_month')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('begins', '=', period.begins)
    .executeTakeFirst();
  const { begins } = period;
  const { begins: ends } = periodAfter(period, zone);
  if (!row) return { ...NOBODY, month, begins, ends };
  return { month, begins, ends, ...(await kept(context, row, period)), next: null };
}

const NO_REVIEW = refusal('attendance.nobody_planned');
/** A month in which nobody was planned. */
const NOBODY = {
  id: null,
  reviewedAt: null,
  reviewedBy: null,
  remark: '',
  reopened: [],
  items: [],
  next: null,
  can: { review: NO_REVIEW, reopen: NO_REVIEW },
};

async function kept(context: Context, row: Month, { from, until }: Span) {
  const keep = whyNotKeepMonth(context, row);
  return {
    id: row.id,
    reviewedAt: row.reviewed_at,
    reviewedBy: named(await personNames(context), row.reviewed_by_id),
    remark: row.remark,
    reopened: await reopenings(context, row),
    items: await lineViews(context, row, { from, until }),
    can: {
      review: keep ?? whyNotReview(row, await todayIn(context, row.centre_id)),
      reopen: keep ?? whyNotReopen(row),
    },
  };
}

async function reopenings(context: Context, { id }: Month): Promise<View['reopened']> {
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('attendance_reopening')
    .selectAll()
    .where('month_id', '=', id)
    .orderBy('no')
    .execute();
  return rows.map((row) => ({
    by: named(names, row.by_id),
    at: row.at,
    why: row.why,
    reviewedAt: row.reviewed_at,
    reviewedBy: named(names, row.reviewed_by_id),
  }));
}

type Span = { from: string; until: string };

async function lineViews(context: Context, month: Month, span: Span): Promise<View['items']> {
  const { actor } = context;
  const names = await personNames(context);
  const houses = await departments(context);
  const nameOf = await kindNames(context);
  const seen = ({ personId, departmentId }: MonthLine) =>
    can(
      actor,
      'attendance.see',
      thingAt({ person_id: personId, department_id: departmentId, centre_id: month.centre_id }),
    ) === null;
  const lines = (await linesOf(context, month)).filter(seen);
  const views = lines.map(({ personId, departmentId, away, ...numbers }) => ({
    ...numbers,
    person: named(names, personId),
    department: departmentNamed(houses, departmentId),
    away: Object.entries(away).map(([kind, hundredths]) => ({ kind, name: nameOf(kind), hundredths })),
    records: `/api/attendance?${new URLSearchParams({ person: personId, ...span })}`,
  }));
  return views.toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'zh'));
}
