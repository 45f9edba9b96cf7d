import type { CommitmentClimb } from '../commitment/fire.ts';
import { beginRecordsAfter } from '../daily-record/commands/begin-records.ts';
import { OWED_AS as RECORD_OWED_AS } from '../daily-record/daily-record.ts';
import { beginAccountsAfter } from '../accounts/commands/begin-accounts.ts';
import { OWED_AS as ACCOUNTS_OWED_AS } from '../accounts/accounts.ts';
import { OWED_AS as BUDGET_OWED_AS } from '../budget/budget.ts';
import { beginBudgetsAfter } from '../budget/commands/begin-budgets.ts';
import type { Context } from '../platform/context.ts';
import { beginRoundsAfter } from '../round/commands/begin-rounds.ts';
import { beginSummariesAfter } from '../summary/commands/begin-summaries.ts';
import { beginReviewsAfter } from '../token-review/commands/begin-reviews.ts';

type Owed = CommitmentClimb['commitment'];
type Recurring = { is(owed: Owed): boolean; begin(context: Context, ids: never[]): Promise<void> };

/** What recurs, and what begins the one after; where its own time has come the foot of its ladder stands. */
const RECURRING: readonly Recurring[] = [
  { is: (owed) => owed.subject_type === 'summary', begin: beginSummariesAfter },
  { is: (owed) => owed.kind === RECORD_OWED_AS.record, begin: beginRecordsAfter },
  { is: (owed) => owed.kind === BUDGET_OWED_AS.drawUp, begin: beginBudgetsAfter },
  { is: (owed) => owed.kind === ACCOUNTS_OWED_AS.supply, begin: beginAccountsAfter },
  { is: (owed) => owed.subject_type === 'round', begin: beginRoundsAfter },
  { is: (owed) => owed.subject_type === 'token_review', begin: beginReviewsAfter },
];

export function isAtTheFoot({ number }: CommitmentClimb): boolean {
  return number === 1;
}

/** The foot of its ladder was climbed: there the one after begins, once (COMP-12, COMP-20, RECP-06, REPT-06). */
export async function beginWhatFollows(context: Context, climbs: readonly CommitmentClimb[]): Promise<void> {
  const owed = climbs.filter(isAtTheFoot).map(({ commitment }) => commitment);
  for (const { is, begin } of RECURRING)
    await begin(context, owed.filter(is).map(({ subject_id }) => subject_id) as never[]);
}
