import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { worstClocks } from '../commitment/queries.ts';
import { clocksOut, clockViewOut } from '../commitment/shapes.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Department } from '../organisation/house.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';
import type { LineFacts } from './line.ts';
import { inALine } from './line.ts';
import { personOut } from '../organisation/shapes.ts';
import { customerNameOut, kindOut, numberOut, placeCodeOut, stageOut, titleOut, urgencyOut } from './shapes.ts';

/** Who comes, and when: what the front desk can say while the caller waits. */
export const comingOut = z
  .object({
    fromAt: momentOut.describe('From when somebody may come'),
    untilAt: momentOut.describe('By when somebody must have come'),
    personName: z.string().nullable().describe('Name of the one who comes; null: the department has not said yet'),
    department: wordsOut,
  })
  .describe('The next appointment under it');

/** One matter in a sentence: "leak in 3-1202, plumber due 15:30". */
export const matterOut = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  kind: kindOut,
  stage: stageOut,
  urgency: urgencyOut,
  openedAt: momentOut,
  closedAt: momentOrNotYet,
  customer: customerNameOut.nullable().describe('Whom it is for; null: nobody on file'),
  place: placeCodeOut.nullable().describe('Where it is about; null: nowhere in particular'),
  owner: personOut.describe('The one person accountable for it now'),
  reports: z.number().describe('How many other tickets report this same incident'),
  coming: comingOut.nullable().describe('The next window in which somebody comes; null: none is set'),
  clock: clockViewOut.nullable().describe('The worst of its running clocks'),
});
export type Matter = z.input<typeof matterOut>;

type Row = LineFacts & {
  urgency: string;
  customer_id: string | null;
  customer_name: string | null;
  place_id: string | null;
  place_code: string | null;
  owner_id: string;
  reports: number;
  coming_from: Instant | null;
  coming_until: Instant | null;
  coming_person_id: string | null;
  coming_department_id: Id<'department'> | null;
};

/** The next window in which somebody comes, under any of a ticket's work orders. */
function coming(now: Instant): RawBuilder<unknown> {
  return sql`left join lateral (
    select a.from_at, a.until_at, a.person_id, w.department_id
    from work_order w join appointment a on a.work_order_id = w.id
    where t.closed_at is null and w.ticket_id = t.id and a.state = 'set' and a.until_at > ${now}::timestamptz
    order by a.from_at limit 1) coming on true`;
}

/** `open`: what is open before what is not, so that nothing that is owed falls behind the last line. */
export type MattersOrder = 'newest' | 'open';

/**
 * The newest tickets (`t`) that fit a condition and may be seen, each with who comes next and its worst clock. Two round
 * trips; the condition must be one that an index serves.
 */
export async function mattersWhere(
  context: Context,
  where: RawBuilder<SqlBool>,
  most: number,
  first: MattersOrder = 'newest',
): Promise<Matter[]> {
  const order = sql`order by ${first === 'open' ? sql`t.closed_at is not null, ` : sql``} t.opened_at desc, t.id desc`;
  const found = await sql<Row>`
    select t.id, t.number, t.title, t.kind, t.kind_version, t.stage, t.stage_class, t.urgency, t.opened_at, t.closed_at,
      t.customer_id, cu.name as customer_name, t.place_id, pl.code as place_code, t.owner_id,
      (select count(*)::int from ticket r where r.incident_id = t.id) as reports,
      coming.from_at as coming_from, coming.until_at as coming_until,
      coming.person_id as coming_person_id, coming.department_id as coming_department_id
    from (select t.* from ticket t where ${where} and ${scopeOf(context, 'ticket.see')}
      ${order} limit ${most}) t
    left join customer cu on cu.id = t.customer_id left join place pl on pl.id = t.place_id
    ${coming(context.now)} ${order}`.execute(context.tx);
  const open = found.rows.filter((row) => row.closed_at === null).map((row) => row.id);
  const worst = await worstClocks(context.tx, context.now, open);
  const clocks = new Map((await clocksOut(context, [...worst.values()])).map((clock) => [clock.ticketId, clock]));
  const names = { people: await personNames(context), departments: await departments(context) };
  const matters: Matter[] = [];
  for (const row of found.rows)
    matters.push({ ...(await matterOf(context, row, names)), clock: clocks.get(row.id) ?? null });
  return matters;
}

type Names = { people: ReadonlyMap<string, string>; departments: ReadonlyMap<string, Department> };

async function matterOf(context: Context, row: Row, names: Names): Promise<Omit<Matter, 'clock'>> {
  return {
    ...(await inALine(context, row)),
    urgency: row.urgency,
    customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
    place: row.place_id === null ? null : { id: row.place_id, code: row.place_code ?? '' },
    owner: named(names.people, row.owner_id),
    reports: row.reports,
    coming: comingOf(row, names),
  };
}

function comingOf(row: Row, names: Names): Matter['coming'] {
  const { coming_from: fromAt, coming_until: untilAt, coming_department_id: departmentId } = row;
  if (fromAt === null || untilAt === null || departmentId === null) return null;
  const person = named(names.people, row.coming_person_id);
  return { fromAt, untilAt, personName: person?.name ?? null, department: names.departments.get(departmentId)!.name };
}
