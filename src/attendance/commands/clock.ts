import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { setDuty } from '../../organisation/commands/set-duty.ts';
import { readDirectory } from '../../organisation/read-directory.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { MarkSort } from '../attendance.ts';
import { OWED_AS, shiftOfKey, whyNotComeIn, whyNotGoOut } from '../attendance.ts';
import type { Shift } from '../facts.ts';
import { lockShift, refuseReviewed, shiftsAround, whyNotKeep } from '../facts.ts';
import type { ClockInput, MarkInput } from '../inputs.ts';

/**
 * One key: has come, or goes (WFRC-03). The server's time counts. Coming to a shift online puts him on duty, which is what being
 * there means at a screen (WFRC-04).
 */
export async function clock(context: Context, { sort }: ClockInput): Promise<void> {
  const { now } = context;
  const me = actingPerson(context);
  const found = shiftOfKey(await shiftsAround(context, me, now), now);
  if (!found) throw new Refused('attendance.no_shift');
  const shift = await lockShift(context, found.id);
  orRefuse(sort === 'in' ? whyNotComeIn(shift, now) : whyNotGoOut(shift, now));
  await refuseReviewed(context, shift.centre_id, shift.day);
  if (sort === 'in' && shift.presence === 'online') {
    const away = (await readDirectory(context)).people.get(me)?.absent ?? false;
    if (!away) await setDuty(context, me, { on: true });
  }
  await mark(context, shift, { sort, at: now, why: null });
}

/** Recorded for somebody, or corrected: by whoever keeps attendance, with the reason; what held before stays with it. */
export async function recordMark(context: Context, id: Id<'shift'>, input: MarkInput): Promise<void> {
  const shift = await lockShift(context, id);
  orForbid(whyNotKeep(context, shift));
  await refuseReviewed(context, shift.centre_id, shift.day);
  if (shift.published_at === null) throw new Refused('attendance.not_published');
  orRefuseMoment(context, shift, input);
  await mark(context, shift, input);
}

function orRefuseMoment({ now }: Context, shift: Shift, { sort, at }: MarkInput): void {
  if (at === null) {
    if (sort === 'in' && shift.out_at !== null) throw new Invalid('attendance.out_without_in', { path: 'at' });
    return;
  }
  if (at > now) throw new Invalid('attendance.in_future', { path: 'at' });
  if (at < plus(shift.from_at, -DAY / 2) || at > plus(shift.until_at, DAY / 2))
    throw new Invalid('attendance.not_of_shift', { path: 'at' });
  const other = sort === 'in' ? shift.out_at : shift.in_at;
  if (sort === 'out' && other === null) throw new Invalid('attendance.out_without_in', { path: 'sort' });
  if (other !== null && (sort === 'in' ? at >= other : at <= other))
    throw new Invalid('attendance.out_before_in', { path: 'at' });
}

type Mark = { sort: MarkSort; at: Instant | null; why: string | null };

async function mark(context: Context, shift: Shift, { sort, at, why }: Mark): Promise<void> {
  const { tx, now } = context;
  const column = sort === 'in' ? 'in_at' : 'out_at';
  const former = shift[column];
  const last = await tx
    .selectFrom('attendance_mark')
    .select((e) => e.fn.max('no').as('no'))
    .where('shift_id', '=', shift.id)
    .executeTakeFirst();
  await tx
    .insertInto('attendance_mark')
    .values({
      id: newId<'attendance_mark'>(now),
      shift_id: shift.id,
      no: (last?.no ?? 0) + 1,
      sort,
      at,
      former,
      by_id: actingPerson(context),
      recorded_at: now,
      why,
    })
    .execute();
  await tx
    .updateTable('shift')
    .set({ [column]: at })
    .where('id', '=', shift.id)
    .execute();
  if (sort === 'in' && at !== null)
    await keepCommitments(context, { subjectId: shift.id, kinds: [OWED_AS.there], happenedAt: at });
  await record(context, {
    subject: { type: 'shift', id: shift.id },
    type: why === null ? `shift.clocked_${sort}` : 'shift.mark_recorded',
    ...(at === null ? {} : { happenedAt: at }),
    data: { personId: shift.person_id, sort, at, former },
  });
}
