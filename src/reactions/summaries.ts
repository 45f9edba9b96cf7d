import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { beginCurrentSummaries } from '../summary/commands/begin-summaries.ts';
import { followReportPlans } from '../summary/commands/follow-plans.ts';
import { receiveSummary } from '../summary/commands/receive-summary.ts';
import { reportClock } from '../summary/periods.ts';
import type { About, Period } from '../summary/summary.ts';
import type { Saying } from './tell.ts';
import { tellOf } from './tell.ts';

/** A centre owes the summary of its first week and the report of its first month from its first day (COMP-12, REPT-06). */
export const beginFirstSummaries: Reaction = (context) => beginCurrentSummaries(context);

/** Other reports may be declared by now, at other intervals (REPT-09). */
export const followReports: Reaction = (context) => followReportPlans(context);

type Submitted = Pick<Period, 'period' | 'begins'> & { about: About; plan?: string; addressees: Id<'person'>[] };

/** Submitted is not yet received: each to whom it was brought says that he has it (COMP-12, PRIN-07, ROLE-18, ROLE-44). */
export const tellSummary: Reaction = async (context, event) => {
  const submitted = event.data as Submitted;
  await tellOf(context, event, submitted.addressees, saidOf(submitted, context.actor.personId));
};

function saidOf({ about, plan, period, begins }: Submitted, by: Id<'person'> | null): Saying {
  const week = { params: { by, week: begins }, acknowledge: true };
  const month = { params: { by, month: begins }, acknowledge: true };
  if (plan)
    return {
      type: 'summary.report_submitted',
      params: { by, kind: reportClock(plan), period, begins },
      acknowledge: true,
    };
  if (about === 'service')
    return period === 'week'
      ? { type: 'summary.service_week_submitted', ...week }
      : { type: 'summary.service_month_submitted', ...month };
  return period === 'week' ? { type: 'summary.submitted', ...week } : { type: 'summary.month_submitted', ...month };
}

/** "I know", said to what told of a summary, is that it was received. */
export const receiveAcknowledged: Reaction = async (context, event) => {
  const { type } = event.data as { type: string };
  if (!type.startsWith('summary.')) return;
  const { subject_id: id } = await context.tx
    .selectFrom('notification')
    .select('subject_id')
    .where('id', '=', event.subject.id as Id<'notification'>)
    .executeTakeFirstOrThrow();
  await receiveSummary(context, id as Id<'summary'>);
};
