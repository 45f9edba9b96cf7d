import type { CommitmentClimb } from '../commitment/fire.ts';
import { beginRecordsAfter } from '../daily-record/commands/begin-records.ts';
import { OWED_AS as RECORD_OWED_AS } from '../daily-record/daily-record.ts';
import { beginDeliveriesAfter } from '../charge/commands/deliveries.ts';
import { followDueDays } from '../charge/commands/watch-due-day.ts';
import { OWED } from '../charge/charge.ts';
import { beginAccountsAfter } from '../accounts/commands/begin-accounts.ts';
import { OWED_AS as ACCOUNTS_OWED_AS } from '../accounts/accounts.ts';
import { OWED_AS as BUDGET_OWED_AS } from '../budget/budget.ts';
import { beginBudgetsAfter } from '../budget/commands/begin-budgets.ts';
import type { Context } from '../platform/context.ts';
import { beginAssessmentsAfter } from '../personnel/commands/begin-assessments.ts';
import { beginMeetingsAfter } from '../meeting/commands/begin-dues.ts';
import { beginChecksAfter } from '../contractor/commands/begin-checks.ts';
import { beginRoundsAfter } from '../round/commands/begin-rounds.ts';
import { beginSummariesAfter } from '../summary/commands/begin-summaries.ts';
import { beginCountsAfter } from '../custody/commands/begin-counts.ts';
import { COUNT } from '../custody/custody.ts';
import { beginSurveysAfter } from '../survey/commands/begin-surveys.ts';
import { OWED as SURVEY_OWED } from '../survey/survey.ts';
import { beginReviewsAfter } from '../token-review/commands/begin-reviews.ts';

type Owed = CommitmentClimb['commitment'];
type Recurring = { is(owed: Owed): boolean; begin(context: Context, ids: never[]): Promise<void> };

/** What recurs, and what begins the one after; where its own time has come the foot of its ladder stands. */
const RECURRING: readonly Recurring[] = [
  { is: (owed) => owed.subject_type === 'summary', begin: beginSummariesAfter },
  { is: (owed) => owed.kind === RECORD_OWED_AS.record, begin: beginRecordsAfter },
  { is: (owed) => owed.subject_type === 'meeting_due', begin: beginMeetingsAfter },
  { is: (owed) => owed.kind === BUDGET_OWED_AS.drawUp, begin: beginBudgetsAfter },
  { is: (owed) => owed.kind === ACCOUNTS_OWED_AS.supply, begin: beginAccountsAfter },
  { is: (owed) => owed.subject_type === 'contractor_due', begin: beginChecksAfter },
  { is: (owed) => owed.subject_type === 'round', begin: beginRoundsAfter },
  { is: (owed) => owed.subject_type === 'staff_assessment', begin: beginAssessmentsAfter },
  { is: (owed) => owed.kind === SURVEY_OWED.summary, begin: beginSurveysAfter },
  { is: (owed) => owed.subject_type === 'token_review', begin: beginReviewsAfter },
  { is: (owed) => owed.kind === OWED.deliver, begin: beginDeliveriesAfter },
  { is: (owed) => owed.kind === OWED.due, begin: followDueDays },
  { is: (owed) => owed.kind === COUNT, begin: beginCountsAfter },
];

export function isAtTheFoot({ number }: CommitmentClimb): boolean {
  return number === 1;
}

/** A due day has passed: each who has not paid is followed up by a clock of his own, and nobody need be told of the day. */
export function isDueDay({ commitment }: CommitmentClimb): boolean {
  return commitment.kind === OWED.due;
}

/** The foot of its ladder was climbed: there the one after begins, once (COMP-12, COMP-20, RECP-06, REPT-06). */
export async function beginWhatFollows(context: Context, climbs: readonly CommitmentClimb[]): Promise<void> {
  const owed = climbs.filter(isAtTheFoot).map(({ commitment }) => commitment);
  for (const { is, begin } of RECURRING)
    await begin(context, owed.filter(is).map(({ subject_id }) => subject_id) as never[]);
}
