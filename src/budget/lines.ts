import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { Invalid } from '../kernel/refusal.ts';
import { departmentNamed, departments } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readCursor } from '../platform/http/cursor.ts';
import { standingOf } from './budget.ts';
import { costKindNames, currencyOf } from './facts.ts';
import type { UsedLine } from './figures.ts';
import { usedLines } from './figures.ts';
import type { BudgetLinesQuery } from './inputs.ts';
import type { budgetLinesOut } from './view.ts';

type Row = UsedLine & { month: string; department_id: Id<'department'> };

/** What was planned, spent and committed, month by month and line by line, the newest first: one line over time is its trend. */
export async function listBudgetLines(
  context: Context,
  query: BudgetLinesQuery,
): Promise<z.input<typeof budgetLinesOut>> {
  const budgets = [rowsInReach(context, 'budget.see', { rows: 'b', own: sql`false` })];
  if (query.department) budgets.push(sql`b.department_id = ${query.department}`);
  if (query.from) budgets.push(sql`b.month >= ${`${query.from}-01`}`);
  if (query.until) budgets.push(sql`b.month <= ${`${query.until}-01`}`);
  const wanted = [sql`true`];
  if (query.line) wanted.push(sql`u.line = ${query.line}`);
  if (query.over !== undefined) wanted.push(sql`(u.spent + u.committed > u.planned) = ${query.over}`);
  const after = readAfter(query.after);
  if (after) wanted.push(sql`(b.month, b.id, u.line) < (${after.month}, ${after.id}::uuid, ${after.line})`);
  const { rows } = await sql<Row>`
    select u.*, b.month, b.department_id from (${usedLines(sql.join(budgets, sql` and `))}) u join budget b on b.id = u.budget_id
    where ${sql.join(wanted, sql` and `)} order by b.month desc, b.id desc, u.line desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const [names, known, currency] = [
    await costKindNames(context),
    await departments(context),
    await currencyOf(context),
  ];
  return page(
    rows,
    query.limit,
    (row) => ({
      budgetId: row.budget_id,
      department: departmentNamed(known, row.department_id)!,
      month: row.month.slice(0, 7),
      key: row.line,
      name: names(row.line),
      ...standingOf(row),
      currency,
    }),
    (row) => cursorOf(row.month, row.budget_id, row.line),
  );
}

const MONTH = /^\d{4}-\d{2}-01$/;
const UUID = /^[0-9a-f-]{36}$/;

function readAfter(cursor: string | undefined): { month: string; id: string; line: string } | null {
  const values = readCursor(cursor, 3)?.map(String);
  if (!values) return null;
  const [month, id, line] = values as [string, string, string];
  if (!MONTH.test(month) || !UUID.test(id)) throw new Invalid('cursor.unknown', { path: 'after' });
  return { month, id, line };
}
