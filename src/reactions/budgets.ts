import { beginCurrentAccounts, followAccountsRules } from '../accounts/commands/begin-accounts.ts';
import { beginCurrentBudgets, followBudgetRules } from '../budget/commands/begin-budgets.ts';
import type { Id } from '../kernel/id.ts';
import { holdersOf, whoIsTold } from '../organisation/queries.ts';
import { readStaff } from '../organisation/staff.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** Budgets and accounts are owed from a house's first day (FINC-01, FEE-04). */
export const beginFirstBudgets: Reaction = async (context) => {
  await beginCurrentBudgets(context);
  await beginCurrentAccounts(context);
};

/** The settings may want them of others, or at another interval, now. */
export const followRules: Reaction = async (context) => {
  await followBudgetRules(context);
  await followAccountsRules(context);
};

type Reached = { percent: number; departmentId: Id<'department'>; centreId: Id<'centre'> };

/** A share of a line is used: whoever heads the department hears, and the post that approves (FINC-02). */
export const tellShareReached: Reaction = async (context, event) => {
  const { percent, departmentId, centreId } = event.data as Reached;
  const approves = (await settingsOf(context)).budget?.approves;
  const post = [...(await readStaff(context)).posts.values()].find(({ key }) => key === approves);
  const people = [
    ...(await whoIsTold(context, { to: 'department_head', departmentId, centreId })),
    ...(post ? await holdersOf(context, { postId: post.id }) : []),
  ];
  await tellOf(context, event, people, { type: 'budget.share_reached', params: { open: percent } });
};

/** Whoever handed it in hears what was decided. */
export const tellDecided: Reaction = async (context, event) => {
  const { to, decision } = event.data as { to: Id<'person'> | null; decision: string };
  const verdict = decision === 'approved' || decision === 'publish';
  const params = { by: context.actor.personId, verdict: verdict ? 'approved' : 'refused' };
  await tellOf(context, event, [to], { type: 'budget.decided', params });
};
