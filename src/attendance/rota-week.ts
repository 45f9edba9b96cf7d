import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { DAY, instantOf, epochOf } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { departmentNamed, departments } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { readStaff } from '../organisation/staff.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { shiftOfKey, whyNotComeIn, whyNotGoOut } from './attendance.ts';
import { refusal } from '../kernel/refusal.ts';
import { daysAfter } from './days.ts';
import type { WorksAt } from './facts.ts';
import { rulesOf, shiftsAround, thingAt, weekOf, whyNotPlan, worksAt, zoneOf } from './facts.ts';
import type { RotaQuery } from './inputs.ts';
import { reckonedRows } from './reckoned.ts';
import { shiftViews } from './shift-views.ts';
import type { mineOut, rotaWeekOut, ShiftView } from './view.ts';

type Person = Id<'person'>;

/** Who works when in a week: of those whom the one asking sees, drafts only of those whom he plans (WFRC-01). */
export async function rotaWeek(context: Context, query: RotaQuery): Promise<z.input<typeof rotaWeekOut>> {
  const centreId = await centreOf(context);
  const today = await todayIn(context, centreId);
  const { begins } = weekOf(await zoneOf(context, centreId), query.week ?? today);
  const people = await peopleSeen(context, centreId, query.department);
  const ids = people.map(({ id }) => id);
  const where = sql`s.day >= ${begins} and s.day < ${daysAfter(begins, 7)} and s.ended_at is null
    and s.person_id = any(${ids}::uuid[])`;
  const rows = await reckonedRows(context, where, { order: sql`s.from_at, s.id`, most: null });
  const planned = new Set(people.filter((one) => one.plan).map(({ id }) => id));
  const shown = rows.filter(({ shift }) => shift.published_at !== null || planned.has(shift.person_id));
  const byPerson = Map.groupBy(await shiftViews(context, shown), ({ person }) => person.id);
  const houses = await departments(context);
  return {
    begins,
    days: Array.from({ length: 7 }, (_, no) => daysAfter(begins, no)),
    today,
    people: people
      .map(({ id, name, at, plan }) => ({
        person: { id, name },
        department: departmentNamed(houses, at.department_id),
        shifts: byPerson.get(id) ?? [],
        plan,
      }))
      .toSorted((one, other) => Number(other.shifts.length > 0) - Number(one.shifts.length > 0)),
    drafts: shown.filter(({ shift }) => shift.published_at === null).length,
    can: { plan: planned.size > 0 ? null : refusal('right.missing', { right: 'ticket.assign' }) },
  };
}

type Seen = { id: Person; name: string; at: WorksAt; plan: boolean };

async function peopleSeen(
  context: Context,
  centreId: Id<'centre'>,
  department: Id<'department'> | undefined,
): Promise<Seen[]> {
  const staff = await readStaff(context);
  const seen: Seen[] = [];
  for (const { id, name } of staff.people.values()) {
    if (!staff.given.some(({ personId }) => personId === id)) continue;
    const at = await worksAt(context, id);
    if (at.centre_id !== centreId || (department && at.department_id !== department)) continue;
    const plan = whyNotPlan(context, at) === null;
    if (plan || can(context.actor, 'attendance.see', thingAt({ ...at, person_id: id })) === null)
      seen.push({ id, name, at, plan });
  }
  const of = ({ at, name }: Seen) => `${at.department_id ?? ''} ${name}`;
  return seen.toSorted((one, other) => of(one).localeCompare(of(other), 'zh'));
}

const FORTNIGHT = 14 * DAY;

/** My shifts around now, and what my one key says of them. */
export async function myAttendance(context: Context): Promise<z.input<typeof mineOut>> {
  const { now } = context;
  const me = actingPerson(context);
  const key = shiftOfKey(await shiftsAround(context, me, now), now);
  const from = instantOf(epochOf(now) - FORTNIGHT);
  const until = instantOf(epochOf(now) + FORTNIGHT);
  const where = sql`s.person_id = ${me} and s.published_at is not null and s.ended_at is null
    and s.from_at > ${from}::timestamptz and s.from_at < ${until}::timestamptz`;
  const rows = await reckonedRows(context, where, { order: sql`s.from_at`, most: null });
  const shifts: ShiftView[] = await shiftViews(context, rows);
  const none = refusal('attendance.no_shift');
  return {
    now,
    current: shifts.find(({ id }) => id === key?.id) ?? null,
    shifts,
    kinds: (await rulesOf(context)).leaveKinds.map(({ key: of, name }) => ({ key: of, name })),
    can: {
      clock_in: key ? whyNotComeIn(key, now) : none,
      clock_out: key ? whyNotGoOut(key, now) : none,
    },
  };
}
