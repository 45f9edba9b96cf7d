import type { z } from 'zod';
import { rulesOf } from '../attendance/facts.ts';
import { kindNames } from '../attendance/shift-views.ts';
import type { Id } from '../kernel/id.ts';
import { refusal } from '../kernel/refusal.ts';
import { orForbid } from '../organisation/can.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { WageTable } from './facts.ts';
import { adjustmentsOf, wageLines, whyNotSeeWages } from './facts.ts';
import type { WagesQuery } from './inputs.ts';
import { USUAL_WAGES } from './rules.ts';
import type { basesOut, myWagesOut, wagesOut } from './view.ts';
import type { WageLine } from './wage.ts';
import { whyNotChange, whyNotClose } from './wage.ts';

type View = z.input<typeof wagesOut>;

/** The wage table of a month: computed until it is closed, then as it was (WFRC-02). */
export async function wagesPage(context: Context, { month }: WagesQuery): Promise<View> {
  const centreId = await centreOf(context);
  orForbid(whyNotSeeWages(context, centreId));
  const { wages = USUAL_WAGES } = await rulesOf(context);
  const found = await context.tx
    .selectFrom('wage_table')
    .innerJoin('attendance_month', 'attendance_month.id', 'wage_table.month_id')
    .selectAll('wage_table')
    .select('attendance_month.reviewed_at')
    .where('wage_table.centre_id', '=', centreId)
    .where('wage_table.begins', '=', `${month}-01`)
    .executeTakeFirst();
  const no = refusal('wage.month_not_reviewed');
  if (!found) return { ...NONE, month, currency: wages.currency, can: { close: no, adjust: no } };
  const { reviewed_at: reviewedAt, ...table } = found;
  const lines = await wageLines(context, table);
  const view = await lineViews(context);
  return {
    id: table.id,
    month,
    currency: table.currency,
    reviewedAt,
    closedAt: table.closed_at,
    closedBy: named(await personNames(context), table.closed_by_id),
    total: lines.reduce((sum, { net }) => sum + (net ?? 0), 0),
    items: lines.map(view).toSorted((one, other) => one.person.name.localeCompare(other.person.name, 'zh')),
    byHand: await byHandOf(context, table),
    next: null,
    can: { close: whyNotClose(table, reviewedAt !== null, lines), adjust: whyNotChange(table) },
  };
}

const NONE = {
  id: null,
  reviewedAt: null,
  closedAt: null,
  closedBy: null,
  total: 0,
  items: [],
  byHand: [],
  next: null,
};

async function byHandOf(context: Context, table: WageTable): Promise<View['byHand']> {
  const names = await personNames(context);
  return (await adjustmentsOf(context, table.id)).map(({ person_id, amount, by_id, at, why }) => ({
    person: named(names, person_id),
    amount,
    by: named(names, by_id),
    at,
    why,
  }));
}

async function lineViews(context: Context) {
  const names = await personNames(context);
  const houses = await departments(context);
  const nameOf = await kindNames(context);
  return ({ personId, departmentId, items, ...numbers }: WageLine): View['items'][number] => ({
    ...numbers,
    person: named(names, personId),
    department: departmentNamed(houses, departmentId),
    items: items.map(({ kind, ...item }) => ({ ...item, name: kind === null ? null : nameOf(kind) })),
  });
}

/** What somebody earned from when on, the newest first: who said so, when, and why. */
export async function basesPage(context: Context, personId: Id<'person'>): Promise<z.input<typeof basesOut>> {
  orForbid(whyNotSeeWages(context, await centreOf(context)));
  const names = await personNames(context);
  const rows = await context.tx
    .selectFrom('wage_base')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('from_month', 'desc')
    .orderBy('at', 'desc')
    .execute();
  return {
    items: rows.map(({ id, amount, from_month, by_id, at, why }) => ({
      id,
      amount,
      from: from_month.slice(0, 7),
      by: named(names, by_id),
      at,
      why,
    })),
  };
}

/** A year of tables, and what a person earned in each. */
const MOST = 24;

/** My own line of every table that is closed, the newest first; nobody else's. */
export async function myWages(context: Context): Promise<z.input<typeof myWagesOut>> {
  const me = actingPerson(context);
  const tables = await context.tx
    .selectFrom('wage_table')
    .selectAll()
    .where('closed_at', 'is not', null)
    .orderBy('begins', 'desc')
    .limit(MOST)
    .execute();
  const view = await lineViews(context);
  return {
    items: tables.flatMap(({ lines, begins, currency, closed_at }) => {
      const mine = (lines as WageLine[]).find(({ personId }) => personId === me);
      return mine ? [{ ...view(mine), month: begins.slice(0, 7), currency, closedAt: closed_at! }] : [];
    }),
  };
}
