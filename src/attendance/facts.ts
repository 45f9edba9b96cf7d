import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, Refused } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { DAY, epochOf, instantOf, MINUTE } from '../kernel/time.ts';
import type { Instant } from '../kernel/time.ts';
import { minuteSpan } from '../kernel/working-time/calendar.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import type { Period } from '../kernel/working-time/period.ts';
import { periodOf } from '../kernel/working-time/period.ts';
import { momentOf, zoneClock } from '../kernel/working-time/zone.ts';
import type { Thing } from '../organisation/can.ts';
import { can } from '../organisation/can.ts';
import { centres } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Reading } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { AttendanceRules } from './rules.ts';
import { USUAL } from './rules.ts';
import type { ShiftTable } from './table.ts';

export type Shift = Selectable<ShiftTable>;
type Person = Id<'person'>;

export async function rulesOf(reading: Reading): Promise<AttendanceRules> {
  return (await settingsOf(reading)).attendance ?? USUAL;
}

/** Where somebody works: the centre and department of the post he holds, else of the first that he deputises for. */
export type WorksAt = { centre_id: Id<'centre'>; department_id: Id<'department'> | null; atDesk: boolean };

export async function worksAt(context: Pick<Context, 'tx'>, personId: Person): Promise<WorksAt> {
  const staff = await readStaff(context);
  const given = staff.given.filter((one) => one.personId === personId);
  const held = given.find(({ rank }) => rank === null) ?? given[0];
  const post = held && staff.posts.get(held.postId);
  if (!staff.people.has(personId) || !post) throw new NotFound('person.unknown');
  return { centre_id: post.centreId, department_id: post.departmentId, atDesk: post.role === 'front_desk' };
}

export function thingAt(of: {
  person_id?: Person;
  centre_id: Id<'centre'>;
  department_id: Id<'department'> | null;
}): Thing {
  return { people: [of.person_id ?? null], departments: [of.department_id], centreId: of.centre_id };
}

/** Whoever distributes the work there makes the rota (WFRC-01), or keeps attendance; nobody makes his own by that alone. */
export function whyNotPlan({ actor }: Context, of: Omit<WorksAt, 'atDesk'>): Refusal | null {
  const there: Thing = { people: [], departments: [of.department_id], centreId: of.centre_id };
  return can(actor, 'attendance.keep', there) === null ? null : can(actor, 'ticket.assign', there);
}

/** Whoever keeps attendance there records and corrects it; never what is his own. */
export function whyNotKeep(
  { actor }: Context,
  of: { person_id: Person; centre_id: Id<'centre'>; department_id: Id<'department'> | null },
): Refusal | null {
  const missing = can(actor, 'attendance.keep', { ...thingAt(of), people: [] });
  if (missing) return missing;
  return of.person_id === actor.personId ? { code: 'attendance.own_mark' } : null;
}

/** A wall span of one day, at a centre. */
export function spanOf(
  zone: string,
  day: string,
  times: { from: string; to: string },
): { from: Instant; until: Instant } {
  const year = Number(day.slice(0, 4));
  const clock = zoneClock(zone, year, year + 1);
  const { from, to } = minuteSpan(times)!;
  const at = (minute: number): Instant => instantOf(momentOf(clock, dayNumber(day)! * DAY + minute * MINUTE));
  return { from: at(from), until: at(to) };
}

/** The week that a day lies in, at a centre. */
export function weekOf(zone: string, day: string): Period<'week'> {
  return periodOf('week', zone, spanOf(zone, day, { from: '12:00', to: '13:00' }).from);
}

export async function zoneOf(context: Pick<Context, 'tx'>, centreId: Id<'centre'>): Promise<string> {
  return (await centres(context)).get(centreId)!.zone;
}

export async function lockShift({ tx }: Context, id: Id<'shift'>): Promise<Shift> {
  const found = await tx.selectFrom('shift').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!found || found.ended_at !== null) throw new NotFound('shift.unknown');
  return found;
}

/** What was reviewed stands until it is opened again. */
export async function refuseReviewed({ tx }: Context, centreId: Id<'centre'>, day: string): Promise<void> {
  const month = await tx
    .selectFrom('attendance_month')
    .select('reviewed_at')
    .where('centre_id', '=', centreId)
    .where('begins', '<=', day)
    .where('ends', '>', day)
    .forShare()
    .executeTakeFirst();
  if (month?.reviewed_at) throw new Refused('attendance.reviewed');
}

/** The shifts of a person that go on or begin around a moment, told ones only. */
export async function shiftsAround({ tx }: Pick<Context, 'tx'>, personId: Person, now: Instant): Promise<Shift[]> {
  return tx
    .selectFrom('shift')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('published_at', 'is not', null)
    .where('from_at', '>', instantOf(epochOf(now) - 2 * DAY))
    .where('from_at', '<', instantOf(epochOf(now) + DAY))
    .orderBy('from_at')
    .execute();
}
