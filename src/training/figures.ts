import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { departments } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { catalogueOf } from './facts.ts';
import type { FiguresQuery, HoursQuery } from './inputs.ts';
import { keyNamed } from './named.ts';
import { needsOf } from './needs.ts';
import { membersInSight, whoAndWhere } from './people.ts';
import type { figuresOut, hoursOut } from './view.ts';

type Figure = z.input<typeof figuresOut>['items'][number];
type Counted = Omit<Figure, 'department' | 'lacking'> & { department_id: Id<'department'> };

/** Departments whose training one sees, in the order of the house; a firm from outside trains its people itself. */
export async function departmentsInSight(context: Context) {
  const reach = reachOf(context.actor, 'training.see');
  return [...(await departments(context)).values()].filter(
    (one) =>
      one.closed_at === null &&
      !one.outsideFirm &&
      (reach?.all === true || reach?.centres.includes(one.centre_id) || reach?.departments.includes(one.id)),
  );
}

/** Per department and period: sessions planned, held and missed, who came, and who still lacks something (TRNG-04). */
export async function trainingFigures(context: Context, query: FiguresQuery): Promise<z.input<typeof figuresOut>> {
  const { department } = query;
  const shown = (await departmentsInSight(context)).filter(({ id }) => department === undefined || id === department);
  const counted = await countedOf(
    context,
    query,
    shown.map(({ id }) => id),
  );
  const lacks = (await needsOf(context, await membersInSight(context), {})).filter(({ state }) => state !== 'soon');
  return {
    items: shown.map(({ id, name }) => {
      const { department_id: _, ...figures } = counted.find((one) => one.department_id === id) ?? NONE;
      const lacking = new Set(lacks.filter(({ member }) => member.departmentId === id).map(({ member }) => member.id));
      return { department: { id, name }, ...figures, lacking: lacking.size };
    }),
  };
}

/** A period that is open at an end. */
const EVER = { from: '-infinity' as Instant, until: 'infinity' as Instant };

const NONE = {
  department_id: null,
  planned: 0,
  held: 0,
  missed: 0,
  cancelled: 0,
  ahead: 0,
  heldLate: 0,
  moved: 0,
  movedOut: 0,
  came: 0,
  excused: 0,
  absent: 0,
  minutes: 0,
};

async function countedOf(
  { tx, now }: Context,
  { from = EVER.from, until = EVER.until }: Pick<FiguresQuery, 'from' | 'until'>,
  ids: readonly Id<'department'>[],
): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with s as (
      select t.*, from_at >= ${from}::timestamptz and from_at < ${until}::timestamptz as now_in,
        first_from_at >= ${from}::timestamptz and first_from_at < ${until}::timestamptz as first_in,
        exists (select from training_change c where c.session_id = t.id and c.sort = 'moved') as was_moved
      from training_session t where department_id = any(${ids}::uuid[])
        and ((from_at >= ${from}::timestamptz and from_at < ${until}::timestamptz)
          or (first_from_at >= ${from}::timestamptz and first_from_at < ${until}::timestamptz)))
    select department_id,
      count(*) filter (where now_in)::int as planned,
      count(*) filter (where now_in and state = 'held')::int as held,
      count(*) filter (where now_in and state = 'planned' and until_at < ${now}::timestamptz)::int as missed,
      count(*) filter (where now_in and state = 'cancelled')::int as cancelled,
      count(*) filter (where now_in and state = 'planned' and until_at >= ${now}::timestamptz)::int as ahead,
      count(*) filter (where now_in and held_from_at > until_at)::int as "heldLate",
      count(*) filter (where now_in and was_moved)::int as moved,
      count(*) filter (where first_in and not now_in)::int as "movedOut",
      coalesce(sum(a.came) filter (where now_in), 0)::int as came,
      coalesce(sum(a.excused) filter (where now_in), 0)::int as excused,
      coalesce(sum(a.absent) filter (where now_in), 0)::int as absent,
      coalesce(sum(a.minutes) filter (where now_in), 0)::int as minutes
    from s cross join lateral (select count(*) filter (where attendance = 'came') as came,
      count(*) filter (where attendance = 'excused') as excused, count(*) filter (where attendance = 'missed') as absent,
      sum(minutes) as minutes from training_attendance where session_id = s.id) a
    group by department_id`.execute(tx);
  return rows;
}

type Spent = { person_id: Id<'person'>; form: string; sessions: number; minutes: number; coached: number };

/** Each member's hours by form, of sessions that were to begin in the period (TRNG-08). */
export async function trainingHours(context: Context, query: HoursQuery): Promise<z.input<typeof hoursOut>> {
  const { from = EVER.from, until = EVER.until, department, person, form } = query;
  const { forms } = await catalogueOf(context);
  const { whereOf } = await whoAndWhere(context);
  const members = (await membersInSight(context)).filter(
    (one) =>
      (department === undefined || one.departmentId === department) && (person === undefined || one.id === person),
  );
  const { rows } = await sql<Spent>`
    select person_id, form, count(*) filter (where not coached)::int as sessions,
      coalesce(sum(minutes) filter (where not coached), 0)::int as minutes, count(*) filter (where coached)::int as coached
    from (select a.person_id, s.form, s.from_at, a.minutes, false as coached
        from training_attendance a join training_session s on s.id = a.session_id where a.attendance = 'came'
      union all select trainer_id, form, from_at, 0, true from training_session where state = 'held' and trainer_id is not null) one
    where from_at >= ${from}::timestamptz and from_at < ${until}::timestamptz
      and person_id = any(${members.map(({ id }) => id)}::uuid[])
    group by person_id, form`.execute(context.tx);
  const items = members.flatMap((member) =>
    rows
      .filter((row) => row.person_id === member.id && (form === undefined || row.form === form))
      .toSorted((one, other) => one.form.localeCompare(other.form))
      .map(({ sessions, minutes, coached, ...row }) => ({
        person: { id: member.id, name: member.name },
        department: whereOf(member),
        form: keyNamed(forms, row.form),
        sessions,
        minutes,
        coached,
      })),
  );
  return { items };
}
