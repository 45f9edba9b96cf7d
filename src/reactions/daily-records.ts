import { beginCurrentRecords } from '../daily-record/commands/begin-records.ts';
import type { Id } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';
import { tellOf } from './tell.ts';

/** A centre owes the record of its first working day from its first day on (COMP-20). */
export const beginFirstRecords: Reaction = (context) => beginCurrentRecords(context);

type Handed = { begins: string; addressees: Id<'person'>[] };

/** The responsible departments hear directly what the day brought them. */
export const tellDailyRecord: Reaction = async (context, event) => {
  const { begins, addressees } = event.data as Handed;
  await tellOf(context, event, addressees, {
    type: 'daily_record.handed_over',
    params: { by: context.actor.personId, day: begins },
  });
};
