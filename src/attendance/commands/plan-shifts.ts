import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../attendance.ts';
import type { Shift, WorksAt } from '../facts.ts';
import { lockShift, refuseReviewed, rulesOf, spanOf, whyNotPlan, worksAt, zoneOf } from '../facts.ts';
import type { PlanShift, TakeOut } from '../inputs.ts';
import { beginMonth } from './months.ts';
import { reckonShifts } from './reckon-shifts.ts';

/** Somebody is to work on a day: a draft until the week is published. The same id again plans nothing twice. */
export async function planShift(context: Context, input: PlanShift): Promise<void> {
  const there = await context.tx.selectFrom('shift').select('id').where('id', '=', input.id).executeTakeFirst();
  if (there) return;
  const at = await worksAt(context, input.personId);
  orForbid(whyNotPlan(context, at));
  await refusePast(context, at, input.day);
  const span = spanOf(await zoneOf(context, at.centre_id), input.day, input);
  if (await isBusy(context, input.personId, span)) throw new Refused('shift.overlaps');
  await insertShift(context, at, { ...input, ...span });
}

/** What is over is taken down afterwards only by whoever keeps attendance, while its month is open. */
async function refusePast(context: Context, at: WorksAt, day: string): Promise<void> {
  await refuseReviewed(context, at.centre_id, day);
  if (day >= (await todayIn(context, at.centre_id))) return;
  const keeps = can(context.actor, 'attendance.keep', { people: [], departments: [], centreId: at.centre_id });
  if (keeps) throw new Invalid('shift.day_is_over', { path: 'day' });
}

/** Whether he works at that time already. */
export async function isBusy(
  { tx }: Context,
  personId: Id<'person'>,
  { from, until }: { from: Instant; until: Instant },
): Promise<boolean> {
  const other = await tx
    .selectFrom('shift')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('from_at', '<', until)
    .where('from_at', '>', plus(from, -2 * DAY))
    .where('until_at', '>', from)
    .executeTakeFirst();
  return other !== undefined;
}

type Planned = Pick<PlanShift, 'personId' | 'day' | 'presence'> & {
  id?: Id<'shift'>;
  from: Instant;
  until: Instant;
};

export async function insertShift(context: Context, at: WorksAt, planned: Planned): Promise<void> {
  const { tx, now } = context;
  const rules = await rulesOf(context);
  const id = planned.id ?? newId<'shift'>(now);
  const { atDesk, ...where } = at;
  await tx
    .insertInto('shift')
    .values({
      id,
      ...where,
      person_id: planned.personId,
      day: planned.day,
      from_at: planned.from,
      until_at: planned.until,
      presence: planned.presence,
      before_minutes: atDesk ? rules.deskMinutesBefore : rules.minutesBefore,
      due_from: planned.from,
      due_until: planned.until,
      away_as: null,
      in_at: null,
      out_at: null,
      made_by_id: actingPerson(context),
      made_at: now,
      published_at: null,
      ended_at: null,
      ended_by_id: null,
      ended_because: null,
    })
    .execute();
  const { personId, day, from, until, presence } = planned;
  await record(context, {
    subject: { type: 'shift', id },
    type: 'shift.planned',
    data: { personId, day, from, until, presence },
  });
  await beginMonth(context, at.centre_id, from);
  await reckonShifts(context, personId, from);
}

/** It is not worked: a draft goes without a word, one that was published with a reason. What was attended already stays. */
export async function takeOutShift(context: Context, id: Id<'shift'>, { why }: TakeOut): Promise<void> {
  const shift = await lockShift(context, id);
  orForbid(whyNotPlan(context, shift));
  await refuseReviewed(context, shift.centre_id, shift.day);
  if (shift.in_at !== null) throw new Refused('shift.attended');
  if (shift.published_at !== null && why === undefined) throw new Invalid('shift.why_needed', { path: 'why' });
  await endShift(context, shift, why ?? null);
}

async function endShift(context: Context, shift: Shift, why: string | null): Promise<void> {
  await context.tx
    .updateTable('shift')
    .set({ ended_at: context.now, ended_by_id: actingPerson(context), ended_because: why })
    .where('id', '=', shift.id)
    .execute();
  await cancelCommitments(context, { subjectId: shift.id, kinds: [OWED_AS.there], reason: 'shift_taken_out' });
  await record(context, {
    subject: { type: 'shift', id: shift.id },
    type: 'shift.taken_out',
    data: { personId: shift.person_id, day: shift.day, from: shift.from_at, until: shift.until_at },
  });
}
