import type { CommitmentClimb } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { beginCurrentWeeks, beginWeeksAfter } from '../summary/commands/begin-week.ts';
import { tell } from './tell.ts';

/** A centre owes the summary of its first week from its first day (COMP-12). */
export const beginFirstWeeks: Reaction = (context) => beginCurrentWeeks(context);

/** The foot of a summary's ladder stands at the end of its week: there the week after begins, once. */
export async function beginFollowingWeeks(context: Context, climbs: readonly CommitmentClimb[]): Promise<void> {
  const over = climbs.filter(({ commitment, number }) => commitment.kind === 'weekly_summary' && number === 1);
  await beginWeeksAfter(
    context,
    over.map(({ commitment }) => commitment.subject_id as Id<'summary'>),
  );
}

/** Submitted is not yet read: the centre manager says that he knows. */
export const tellSummary: Reaction = async (context, event) => {
  const { week, addressee } = event.data as { week: string; addressee: Id<'person'> | null };
  await tell(context, [addressee], {
    type: 'summary.submitted',
    subject: event.subject,
    ticketId: null,
    acknowledge: true,
    params: { by: context.actor.personId, week },
  });
};
