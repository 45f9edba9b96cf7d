import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { json } from '../../kernel/json.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotLines } from '../budget.ts';
import type { Budget } from '../facts.ts';
import { budgetRulesOf, openDepartment } from '../facts.ts';
import type { DrawUp } from '../inputs.ts';
import { beginBudgetsAfter } from './begin-budgets.ts';
import { lockMonth } from './lock-budget.ts';
import { oweApproval } from './owe-approval.ts';

/**
 * The budget of a department for a month, as a new version that waits for approval; the one in force holds until then (FINC-01). A version
 * that still waits is replaced.
 */
export async function drawUpBudget(context: Context, input: DrawUp): Promise<Id<'budget'>> {
  const rules = await budgetRulesOf(context);
  const department = await openDepartment(context, input.departmentId);
  orForbid(can(context.actor, 'budget.edit', { departments: [department.id], centreId: department.centre_id }));
  const wrong = whyNotLines(input.lines, new Set(rules.costKinds.map(({ key }) => key)));
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const budget = await lockMonth(context, department, input.month);
  orRefuse(budget.until_at <= context.now ? refusal('budget.month_over') : null);
  const newest = await newestVersion(context, budget);
  if (newest !== input.seen) throw new Stale('stale', { seen: input.seen, version: newest });
  if (newest > 0 && input.why === '') throw new Invalid('budget.why_needed', { path: 'why' });
  await replaceWaiting(context, budget);
  await context.tx
    .insertInto('budget_version')
    .values({
      budget_id: budget.id,
      version: newest + 1,
      lines: json(input.lines),
      why: input.why,
      drawn_by_id: actingPerson(context),
      drawn_at: context.now,
      decision: null,
      decided_by_id: null,
      decided_at: null,
      decided_because: '',
    })
    .execute();
  await keepCommitments(context, { subjectId: budget.id, kinds: [OWED_AS.drawUp, OWED_AS.revise] });
  // drawn up before its clock began, it begins the next one itself
  await beginBudgetsAfter(context, [budget.id]);
  await oweApproval(context, rules, { kind: OWED_AS.approve, subject: { type: 'budget', id: budget.id }, of: budget });
  const data = { version: newest + 1, month: budget.month, departmentId: department.id };
  await record(context, { subject: { type: 'budget', id: budget.id }, type: 'budget.drawn_up', data });
  return budget.id;
}

async function newestVersion({ tx }: Context, { id }: Budget): Promise<number> {
  const { newest } = await tx
    .selectFrom('budget_version')
    .select((e) => e.fn.max('version').as('newest'))
    .where('budget_id', '=', id)
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

async function replaceWaiting(context: Context, { id }: Budget): Promise<void> {
  const replaced = await context.tx
    .updateTable('budget_version')
    .set({ decision: 'replaced', decided_by_id: actingPerson(context), decided_at: context.now })
    .where('budget_id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst();
  if (Number(replaced.numUpdatedRows) === 0) return;
  await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.approve], reason: 'drawn_up_anew' });
}
