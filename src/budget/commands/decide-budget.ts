import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotInPost } from '../budget.ts';
import { budgetRulesOf } from '../facts.ts';
import type { DecideBudget } from '../inputs.ts';
import { lockBudget } from './lock-budget.ts';
import { oweRevision } from './owe-approval.ts';

/** The post named for it approves the version that waits, by which it is in force, or sends it back with its reason (FINC-01). */
export async function decideBudget(context: Context, id: Id<'budget'>, input: DecideBudget): Promise<void> {
  const rules = await budgetRulesOf(context);
  const budget = await lockBudget(context, id);
  orForbid(can(context.actor, 'budget.approve', { centreId: budget.centre_id, departments: [budget.department_id] }));
  orRefuse(whyNotInPost(context.actor, rules.approves));
  const { version, decision, because } = input;
  if (decision === 'sent_back' && because === '') throw new Invalid('budget.because_needed', { path: 'because' });
  const decided = await context.tx
    .updateTable('budget_version')
    .set({ decision, decided_because: because, decided_by_id: actingPerson(context), decided_at: context.now })
    .where('budget_id', '=', id)
    .where('version', '=', version)
    .where('decision', 'is', null)
    .returning('drawn_by_id')
    .executeTakeFirst();
  if (!decided) throw new Refused('budget.not_waiting');
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.approve] });
  const owed = { kind: OWED_AS.revise, subject: { type: 'budget' as const, id }, of: budget };
  if (decision === 'sent_back') await oweRevision(context, rules, decided.drawn_by_id, owed);
  const data = { version, decision, to: decided.drawn_by_id };
  await record(context, { subject: { type: 'budget', id }, type: 'budget.decided', data });
}
