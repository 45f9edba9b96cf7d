import type { Id } from '../../kernel/id.ts';
import { Forbidden, Refused } from '../../kernel/refusal.ts';
import { dayNumber } from '../../kernel/working-time/date.ts';
import { DAY, epochOf, instantOf, MINUTE } from '../../kernel/time.ts';
import type { Instant } from '../../kernel/time.ts';
import { momentOf, wallAt, zoneClock } from '../../kernel/working-time/zone.ts';
import { centreOf } from '../../organisation/queries.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { daysAfter } from '../days.ts';
import type { Shift } from '../facts.ts';
import { refuseReviewed, weekOf, whyNotPlan, worksAt, zoneOf } from '../facts.ts';
import type { CopyWeek, Week } from '../inputs.ts';
import { insertShift, isBusy } from './plan-shifts.ts';
import { oweBeingThere } from './reckon-shifts.ts';

/** The shifts of a week that the one acting plans. */
async function plannedIn(context: Context, { week, departmentId }: Week): Promise<Shift[]> {
  const centreId = await centreOf(context);
  const { begins } = weekOf(await zoneOf(context, centreId), week);
  const rows = await context.tx
    .selectFrom('shift')
    .selectAll()
    .where('centre_id', '=', centreId)
    .where('day', '>=', begins)
    .where('day', '<', daysAfter(begins, 7))
    .where('ended_at', 'is', null)
    .$if(departmentId !== undefined, (query) => query.where('department_id', '=', departmentId!))
    .orderBy('from_at')
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  const mine = rows.filter((one) => whyNotPlan(context, one) === null);
  if (rows.length > 0 && mine.length === 0) throw new Forbidden('right.out_of_scope', { right: 'ticket.assign' });
  return mine;
}

/** Everybody is told his shifts of the week; from now on he owes it to be there (WFRC-01). Says how many it were. */
export async function publishWeek(context: Context, week: Week): Promise<number> {
  const { tx, now } = context;
  const drafts = (await plannedIn(context, week)).filter((one) => one.published_at === null);
  if (drafts.length === 0) throw new Refused('shift.nothing_to_publish');
  await tx
    .updateTable('shift')
    .set({ published_at: now })
    .where(
      'id',
      'in',
      drafts.map(({ id }) => id),
    )
    .execute();
  await oweBeingThere(context, drafts);
  await record(
    context,
    ...drafts.map(({ id, person_id: personId, day }) => ({
      subject: { type: 'shift' as const, id },
      type: 'shift.published',
      data: { personId, day },
    })),
  );
  const byPerson = Map.groupBy(drafts, ({ person_id }) => person_id);
  await record(
    context,
    ...[...byPerson].map(([personId, some]) => ({
      subject: { type: 'shift' as const, id: some[0]!.id },
      type: 'shift.week_told',
      data: { personId, count: some.length, day: some[0]!.day },
    })),
  );
  return drafts.length;
}

/**
 * The shifts of a week again in another, as drafts, at the same times of day; for whoever still works there, has nothing at that time
 * yet, and of days that are not over. Says how many it were.
 */
export async function copyWeek(context: Context, { to, ...week }: CopyWeek): Promise<number> {
  const shifts = await plannedIn(context, week);
  if (shifts.length === 0) throw new Refused('shift.nothing_to_copy');
  const zone = await zoneOf(context, shifts[0]!.centre_id);
  const apart = dayNumber(weekOf(zone, to).begins)! - dayNumber(weekOf(zone, week.week).begins)!;
  if (apart === 0) throw new Refused('shift.same_week');
  const today = await todayIn(context, shifts[0]!.centre_id);
  let copied = 0;
  for (const shift of shifts) {
    const day = daysAfter(shift.day, apart);
    const span = movedBy(shift, apart, zone);
    if (day < today || !(await stillWorks(context, shift.person_id))) continue;
    if (await isBusy(context, shift.person_id, span)) continue;
    await refuseReviewed(context, shift.centre_id, day);
    const at = await worksAt(context, shift.person_id);
    await insertShift(context, at, { personId: shift.person_id, day, presence: shift.presence, ...span });
    copied += 1;
  }
  return copied;
}

async function stillWorks(context: Context, personId: Id<'person'>): Promise<boolean> {
  return worksAt(context, personId).then(
    () => true,
    () => false,
  );
}

/** By the clock on the wall: half past eight stays half past eight when summer time begins. */
function movedBy(shift: Shift, days: number, zone: string): { from: Instant; until: Instant } {
  const year = Number(shift.day.slice(0, 4));
  const clock = zoneClock(zone, year - 1, year + 2);
  const moved = (at: Instant): Instant => instantOf(momentOf(clock, wallAt(clock, epochOf(at)) + days * DAY));
  const [from, until] = [moved(shift.from_at), moved(shift.until_at)];
  return { from, until: until > from ? until : instantOf(epochOf(from) + MINUTE) };
}
