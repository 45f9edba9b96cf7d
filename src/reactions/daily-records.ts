import type { CommitmentClimb } from '../commitment/fire.ts';
import { beginCurrentRecords, beginRecordsAfter } from '../daily-record/commands/begin-records.ts';
import { OWED_AS } from '../daily-record/daily-record.ts';
import type { Id } from '../kernel/id.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** A centre owes the record of its first working day from its first day on (COMP-20). */
export const beginFirstRecords: Reaction = (context) => beginCurrentRecords(context);

/** The foot of a record's ladder stands at the end of its day: there the next working day begins, once. */
export async function beginFollowingRecords(context: Context, climbs: readonly CommitmentClimb[]): Promise<void> {
  const over = climbs.filter(({ commitment, number }) => commitment.kind === OWED_AS.record && number === 1);
  await beginRecordsAfter(
    context,
    over.map(({ commitment }) => commitment.subject_id as Id<'daily_record'>),
  );
}

type Handed = { begins: string; addressees: Id<'person'>[] };

/** The responsible departments hear directly what the day brought them. */
export const tellDailyRecord: Reaction = async (context, event) => {
  const { begins, addressees } = event.data as Handed;
  await tellOf(context, event, addressees, {
    type: 'daily_record.handed_over',
    params: { by: context.actor.personId, day: begins },
  });
};
