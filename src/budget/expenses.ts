import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { departmentNamed, departments, named, personNames } from '../organisation/house.ts';
import { rowsInReach } from '../organisation/scope.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readDayAndId } from '../platform/http/cursor.ts';
import type { ExpenseFacts, ExpenseState } from './budget.ts';
import { expenseStateOf, whyNotDecideExpense, whyNotInPost, whyNotTakeBack } from './budget.ts';
import { costKindNames, currencyOf } from './facts.ts';
import type { ExpensesQuery } from './inputs.ts';
import type { ExpenseTable } from './table.ts';
import type { Expense, expensesOut } from './view.ts';

type Row = Omit<Selectable<ExpenseTable>, 'amount'> &
  ExpenseFacts & {
    amount: number;
    corrects_id: Id<'expense'> | null;
    department_id: Id<'department'>;
    centre_id: Id<'centre'>;
    decided_by_id: Id<'person'> | null;
    decided_at: Instant | null;
    decided_because: string | null;
    taken_back_because: string | null;
    ticket: Expense['ticket'];
    work_order: Expense['workOrder'];
    due_at: Instant | null;
  };

const IN_STATE: Record<ExpenseState, RawBuilder<unknown>> = {
  counter: sql`e.corrects_id is not null`,
  taken_back: sql`c.id is not null`,
  refused: sql`d.decision = 'refused'`,
  withdrawn: sql`d.decision = 'withdrawn'`,
  waiting: sql`e.beyond and d.decision is null`,
  counted: sql`e.corrects_id is null and c.id is null and (not e.beyond or d.decision = 'approved')`,
};

/** What was spent and what waits to be, the newest first (FINC-02): out of the budgets one sees, and what one recorded. */
export async function listExpenses(context: Context, query: ExpensesQuery): Promise<z.input<typeof expensesOut>> {
  const own = sql`e.by_id = ${context.actor.personId}`;
  const wanted = [rowsInReach(context, 'budget.see', { rows: 'b', own }), ...narrowed(query)];
  const after = readDayAndId(query.after);
  if (after) wanted.push(sql`(e.spent_on, e.id) < (${after.day}, ${after.id}::uuid)`);
  const rows = await expenseRows(context, wanted, query.limit + 1);
  const view = await viewing(context);
  return page(rows, query.limit, view, (row) => cursorOf(row.spent_on, row.id));
}

function narrowed(query: ExpensesQuery): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (query.department) wanted.push(sql`b.department_id = ${query.department}`);
  if (query.line) wanted.push(sql`e.line = ${query.line}`);
  if (query.state) wanted.push(IN_STATE[query.state]);
  if (query.ticket) wanted.push(sql`e.ticket_id = ${query.ticket}`);
  if (query.by) wanted.push(sql`e.by_id = ${query.by}`);
  if (query.q) wanted.push(sql`strpos(lower(e.supplier || ' ' || e.what_for), lower(${query.q})) > 0`);
  if (query.from) wanted.push(sql`e.spent_on >= ${query.from}`);
  if (query.until) wanted.push(sql`e.spent_on < ${query.until}`);
  return wanted;
}

async function expenseRows(context: Context, wanted: readonly RawBuilder<unknown>[], most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.id, e.budget_id, e.line, e.amount::float8 as amount, e.spent_on, e.supplier, e.what_for, e.ticket_id, e.work_order_id,
      e.receipt_id, e.beyond, e.corrects_id, e.because, e.by_id, e.at, b.department_id, b.centre_id, d.decision,
      d.by_id as decided_by_id, d.at as decided_at, d.because as decided_because, c.id is not null as corrected,
      c.because as taken_back_because, k.due_at,
      case when t.id is not null then jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) end as ticket,
      case when w.id is not null then jsonb_build_object('id', w.id, 'number', o.number || '-' || w.no) end as work_order
    from expense e join budget b on b.id = e.budget_id
    left join expense_decision d on d.expense_id = e.id
    left join expense c on c.corrects_id = e.id
    left join ticket t on t.id = e.ticket_id
    left join work_order w on w.id = e.work_order_id left join ticket o on o.id = w.ticket_id
    left join lateral (select due_at from commitment where subject_id = e.id and settled_at is null limit 1) k on true
    where ${sql.join(wanted, sql` and `)} order by e.spent_on desc, e.id desc limit ${most}`.execute(context.tx);
  return rows;
}

/** How a row is shown here, now, to this person. */
async function viewing(context: Context): Promise<(row: Row) => Expense> {
  const [names, people, known, currency] = [
    await costKindNames(context),
    await personNames(context),
    await departments(context),
    await currencyOf(context),
  ];
  const approves = (await settingsOf(context)).budget?.approves ?? '';
  return (row) => ({
    id: row.id,
    budgetId: row.budget_id,
    department: departmentNamed(known, row.department_id)!,
    line: { key: row.line, name: names(row.line) },
    amount: row.amount,
    currency,
    spentOn: row.spent_on,
    supplier: row.supplier,
    whatFor: row.what_for,
    ticket: row.ticket,
    workOrder: row.work_order,
    receiptId: row.receipt_id,
    state: expenseStateOf(row),
    beyond: row.beyond,
    decidedBy: named(people, row.decided_by_id),
    decidedAt: row.decided_at,
    because: row.taken_back_because ?? row.decided_because ?? row.because,
    dueAt: row.due_at,
    correctsId: row.corrects_id,
    by: named(people, row.by_id),
    at: row.at,
    can: abilities(context, row, approves),
  });
}

function abilities({ actor }: Context, row: Row, approves: string): Expense['can'] {
  const thing = { departments: [row.department_id], centreId: row.centre_id };
  return {
    decide: can(actor, 'budget.approve', thing) ?? whyNotInPost(actor, approves) ?? whyNotDecideExpense(row),
    take_back: can(actor, 'budget.edit', thing) ?? whyNotTakeBack(row),
  };
}
