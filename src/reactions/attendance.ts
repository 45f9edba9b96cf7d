import { reckonShifts } from '../attendance/commands/reckon-shifts.ts';
import { watchDiaries } from '../diary/commands/owe-diaries.ts';
import type { Id } from '../kernel/id.ts';
import { beginWages } from '../wage/commands/make-wages.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { oweHandovers } from '../shift-note/commands/owe-handovers.ts';
import { tellOf } from './tell.ts';

/** What each owes of the day that begins, at every midnight and from an organisation's first day on (WFRC-05, WFRC-06). */
export async function beginDay(context: Context): Promise<void> {
  await watchDiaries(context);
  await oweHandovers(context);
}

/** Whoever is away is not due at his shifts; back again, he is (WFRC-03). */
export const followAbsence: Reaction = async (context, event) => {
  if (context.replaying) return;
  const { absenceId } = event.data as { absenceId: Id<'absence'> };
  const absence = await context.tx
    .selectFrom('absence')
    .select('from_at')
    .where('id', '=', absenceId)
    .executeTakeFirstOrThrow();
  await reckonShifts(context, event.subject.id as Id<'person'>, absence.from_at);
};

/** A month that is reviewed owes its wage table (WFRC-02). */
export const oweWages: Reaction = (context, event) => beginWages(context, event.subject.id as Id<'attendance_month'>);

type Told = { personId: Id<'person'>; count: number; day: string };

export const tellWeek: Reaction = async (context, event) => {
  const { personId, count, day } = event.data as Told;
  await tellOf(context, event, [personId], {
    type: 'shift.week_told',
    params: { by: context.actor.personId, count, day },
  });
};

export const tellLeave: Reaction = async (context, event) => {
  const { personId } = event.data as { personId: Id<'person'> };
  const type = event.type === 'leave.approved' ? 'leave.approved' : 'leave.refused';
  await tellOf(context, event, [personId], { type, params: { by: context.actor.personId } });
};
