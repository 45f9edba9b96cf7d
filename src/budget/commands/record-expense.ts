import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import { moneyText } from '../../kernel/money.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { record } from '../../platform/journal.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import type { Used } from '../budget.ts';
import { beyondBy, OWED_AS, sharesReached, standingOf } from '../budget.ts';
import { budgetRulesOf, openDepartment } from '../facts.ts';
import type { Budget } from '../facts.ts';
import { usedOf } from '../figures.ts';
import type { RecordExpense } from '../inputs.ts';
import type { BudgetRules } from '../rules.ts';
import { lockMonth } from './lock-budget.ts';
import { oweApproval } from './owe-approval.ts';

/**
 * Records what was spent, under the lock of its month: two at once never slip under a limit together. More than the line has left is
 * refused with the numbers, or waits for the post that approves, as whoever records it asks (FINC-02). The same id again records nothing.
 */
export async function recordExpense(context: Context, input: RecordExpense): Promise<Id<'expense'>> {
  const department = await openDepartment(context, input.departmentId);
  orForbid(can(context.actor, 'budget.edit', { departments: [department.id], centreId: department.centre_id }));
  return bookExpense(context, input);
}

/** The same for a command that has asked its own right: material that was received is paid by whoever keeps it. */
export async function bookExpense(context: Context, input: RecordExpense): Promise<Id<'expense'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'expense'>(now);
  if (await tx.selectFrom('expense').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const rules = await budgetRulesOf(context);
  const department = await openDepartment(context, input.departmentId);
  if (!rules.costKinds.some(({ key }) => key === input.line))
    throw new Invalid('budget.line_unknown', { path: 'line', line: input.line });
  if (input.spentOn > (await todayIn(context, department.centre_id)))
    throw new Invalid('expense.in_future', { path: 'spentOn' });
  await orWrongMatter(context, input);
  const budget = await lockMonth(context, department, input.spentOn.slice(0, 7));
  const used = await usedOf(tx, budget.id, input.line);
  const over = beyondBy(used, input.amount);
  if (over > 0 && !input.askApproval) throw new Refused('expense.beyond_budget', numbersOf(used, input));
  await insert(context, input, { id, budget, beyond: over > 0 });
  if (input.receiptId) await attachFiles(context, [input.receiptId], { type: 'expense', id });
  if (over > 0)
    await oweApproval(context, rules, {
      kind: OWED_AS.approveExpense,
      subject: { type: 'expense', id },
      of: budget,
    });
  const data = { budgetId: budget.id, line: input.line, amount: input.amount, beyond: over > 0 };
  await record(context, { subject: { type: 'expense', id }, type: 'expense.recorded', data });
  await warn(context, rules, { budget, line: input.line, used, amount: input.amount });
  return id;
}

/** It belongs to a matter that he may see, and to a work order of that matter. */
async function orWrongMatter(context: Context, { ticketId, workOrderId }: RecordExpense): Promise<void> {
  const { tx } = context;
  if (ticketId) await allowToSee(context, await ticketById(tx, ticketId));
  if (!workOrderId) return;
  const order = await tx.selectFrom('work_order').select('ticket_id').where('id', '=', workOrderId).executeTakeFirst();
  if (!order) throw new NotFound('work_order.unknown');
  if (ticketId && order.ticket_id !== ticketId)
    throw new Invalid('expense.order_of_another_matter', { path: 'workOrderId' });
  if (!ticketId) await allowToSee(context, await ticketById(tx, order.ticket_id));
}

function numbersOf(used: Used, { line, amount }: RecordExpense) {
  const { planned, left } = standingOf(used);
  return {
    line,
    planned: moneyText(planned),
    left: moneyText(left),
    amount: moneyText(amount),
    over: moneyText(beyondBy(used, amount)),
  };
}

type Made = { id: Id<'expense'>; budget: Budget; beyond: boolean };

async function insert(context: Context, input: RecordExpense, { id, budget, beyond }: Made): Promise<void> {
  await context.tx
    .insertInto('expense')
    .values({
      id,
      budget_id: budget.id,
      line: input.line,
      amount: input.amount,
      spent_on: input.spentOn,
      supplier: input.supplier,
      what_for: input.whatFor,
      ticket_id: input.ticketId ?? null,
      work_order_id: input.workOrderId ?? null,
      receipt_id: input.receiptId ?? null,
      beyond,
      corrects_id: null,
      because: '',
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
}

type Reached = { budget: Budget; line: string; used: Used; amount: number };

/** Those above hear that a share of the line is used, once for each share. */
async function warn(context: Context, { warnAt }: BudgetRules, { budget, line, used, amount }: Reached): Promise<void> {
  const reached = sharesReached(used, amount, warnAt);
  if (reached.length === 0) return;
  const fresh = await context.tx
    .insertInto('budget_warning')
    .values(reached.map((percent) => ({ budget_id: budget.id, line, percent, at: context.now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('percent')
    .execute();
  if (fresh.length === 0) return;
  const percent = Math.max(...fresh.map((one) => one.percent));
  const data = { line, percent, departmentId: budget.department_id, centreId: budget.centre_id };
  await record(context, { subject: { type: 'budget', id: budget.id }, type: 'budget.share_reached', data });
}
