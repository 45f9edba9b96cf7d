import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { beginCurrentSummaries } from '../summary/commands/begin-summaries.ts';
import type { About, Period } from '../summary/summary.ts';
import type { Saying } from './tell.ts';
import { tellOf } from './tell.ts';

/** A centre owes the summary of its first week and the report of its first month from its first day (COMP-12, REPT-06). */
export const beginFirstSummaries: Reaction = (context) => beginCurrentSummaries(context);

type Submitted = Pick<Period, 'period' | 'begins'> & { about: About; addressee: Id<'person'> | null };

/** Submitted is not yet read: the centre manager says that he knows (COMP-12, PRIN-07). */
export const tellSummary: Reaction = async (context, event) => {
  const { about, period, begins, addressee } = event.data as Submitted;
  const by = context.actor.personId;
  await tellOf(context, event, [addressee], saidOf(about, period, by, begins));
};

function saidOf(about: About, period: Period['period'], by: Id<'person'> | null, begins: string): Saying {
  const week = { params: { by, week: begins }, acknowledge: true };
  const month = { params: { by, month: begins }, acknowledge: true };
  if (about === 'service')
    return period === 'week'
      ? { type: 'summary.service_week_submitted', ...week }
      : { type: 'summary.service_month_submitted', ...month };
  return period === 'week' ? { type: 'summary.submitted', ...week } : { type: 'summary.month_submitted', ...month };
}
