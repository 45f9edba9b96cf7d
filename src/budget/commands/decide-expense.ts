import type { Selectable } from 'kysely';
import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { ExpenseFacts } from '../budget.ts';
import { expenseStateOf, OWED_AS, whyNotDecideExpense, whyNotInPost, whyNotTakeBack } from '../budget.ts';
import type { Budget } from '../facts.ts';
import { budgetRulesOf } from '../facts.ts';
import type { DecideExpense } from '../inputs.ts';
import type { ExpenseDecisionTable, ExpenseTable } from '../table.ts';
import { lockBudget } from './lock-budget.ts';

type Locked = { expense: Selectable<ExpenseTable>; budget: Budget; facts: ExpenseFacts };

/** An expense beyond its line is let through, or not, by the post named for it alone (FINC-02). */
export async function decideExpense(context: Context, id: Id<'expense'>, input: DecideExpense): Promise<void> {
  const rules = await budgetRulesOf(context);
  const { expense, budget, facts } = await lockExpense(context, id);
  orForbid(can(context.actor, 'budget.approve', { centreId: budget.centre_id, departments: [budget.department_id] }));
  orRefuse(whyNotInPost(context.actor, rules.approves));
  orRefuse(whyNotDecideExpense(facts));
  const { decision, because } = input;
  if (decision === 'refused' && because === '') throw new Invalid('budget.because_needed', { path: 'because' });
  await decide(context, id, decision, because);
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.approveExpense] });
  const data = { decision, to: expense.by_id };
  await record(context, { subject: { type: 'expense', id }, type: 'expense.decided', data });
}

/**
 * What counts is taken back by a counter entry with its reason, and recorded anew if it was another amount; what still waits is withdrawn.
 * Nothing that was written changes.
 */
export async function takeBackExpense(context: Context, id: Id<'expense'>, because: string): Promise<void> {
  const locked = await lockExpense(context, id);
  const { budget, facts } = locked;
  orForbid(can(context.actor, 'budget.edit', { departments: [budget.department_id], centreId: budget.centre_id }));
  orRefuse(whyNotTakeBack(facts));
  await takeBack(context, locked, because);
}

/** The same for a command that has asked its own right; what counts no more is left as it is. */
export async function unbookExpense(context: Context, id: Id<'expense'>, because: string): Promise<void> {
  const locked = await lockExpense(context, id);
  if (whyNotTakeBack(locked.facts) === null) await takeBack(context, locked, because);
}

async function takeBack(context: Context, { expense, facts }: Locked, because: string): Promise<void> {
  const { id } = expense;
  if (expenseStateOf(facts) === 'waiting') {
    await decide(context, id, 'withdrawn', because);
    await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.approveExpense], reason: 'withdrawn' });
    await record(context, { subject: { type: 'expense', id }, type: 'expense.withdrawn' });
    return;
  }
  const counter = newId<'expense'>(context.now);
  await context.tx
    .insertInto('expense')
    .values({
      ...expense,
      id: counter,
      amount: -Number(expense.amount),
      receipt_id: null,
      beyond: false,
      corrects_id: id,
      because,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  await record(context, { subject: { type: 'expense', id }, type: 'expense.taken_back', data: { counter } });
}

async function decide(
  context: Context,
  id: Id<'expense'>,
  decision: ExpenseDecisionTable['decision'],
  because: string,
): Promise<void> {
  await context.tx
    .insertInto('expense_decision')
    .values({ expense_id: id, decision, because, by_id: actingPerson(context), at: context.now })
    .execute();
}

/** Under the lock of its month, as everything that changes what is left of a line. */
async function lockExpense(context: Context, id: Id<'expense'>): Promise<Locked> {
  const { tx } = context;
  const expense = await tx.selectFrom('expense').selectAll().where('id', '=', id).executeTakeFirst();
  if (!expense) throw new NotFound('expense.unknown');
  const budget = await lockBudget(context, expense.budget_id);
  const decided = await tx
    .selectFrom('expense_decision')
    .select('decision')
    .where('expense_id', '=', id)
    .executeTakeFirst();
  const counter = await tx.selectFrom('expense').select('id').where('corrects_id', '=', id).executeTakeFirst();
  const { beyond, corrects_id } = expense;
  const facts = { beyond, corrects_id, decision: decided?.decision ?? null, corrected: counter !== undefined };
  return { expense, budget, facts };
}
