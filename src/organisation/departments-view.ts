import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { allOf, canOut, idOut, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { can } from './can.ts';
import { customerPageOf, customerPageShape } from './customer-page.ts';
import { closedOut, keyOut, onDutyOut, outsideFirmOut, personOut, zoneOut } from './shapes.ts';
import { STILL_OPEN } from '../work-order/still-open.ts';

export const departmentOut = z.object({
  id: idOut('department'),
  key: keyOut,
  name: wordsOut,
  centreId: idOut('centre'),
  calendarId: idOut('calendar').describe('By whose hours it works'),
  outsideFirm: outsideFirmOut,
  phone: z.string().nullable().describe('Where to reach it; null: none given'),
  heads: z.array(personOut.extend({ onDuty: onDutyOut })).describe('Who hold a post of its head, by name'),
  people: z.number().describe('Who hold a post in it'),
  onDuty: z.number().describe('How many of them are at work now'),
  openTickets: z.number().describe('Tickets that belong here and are not closed'),
  openWorkOrders: z.number().describe('Work orders for it, not yet ended'),
  closed: closedOut,
  version: versionOut,
  can: canOut.describe('change'),
});

export const departmentsOut = allOf(departmentOut);

type Row = {
  id: Id<'department'>;
  key: string;
  name: Words;
  centre_id: Id<'centre'>;
  calendar_id: Id<'calendar'>;
  outside_firm: boolean;
  phone: string | null;
  heads: { id: string; name: string; onDuty: boolean }[];
  people: number;
  on_duty: number;
  open_tickets: number;
  open_work_orders: number;
  closed: boolean;
  version: number;
};

/** Every department and outside firm with its heads and its load. Counts go by the partial indexes of what is open. */
export async function listDepartments(context: Context): Promise<z.input<typeof departmentsOut>> {
  const { rows } = await sql<Row>`
    select d.id, d.key, d.name, d.centre_id, d.calendar_id, d.outside_firm, d.phone, d.closed_at is not null as closed,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'onDuty', p.on_duty) order by p.name, p.id), '[]')
        from post po join person_post pp on pp.post_id = po.id join person p on p.id = pp.person_id
        where po.department_id = d.id and po.role = 'department_head' and pp.deputy_rank is null and po.closed_at is null) as heads,
      staff.people, staff.on_duty,
      (select count(*)::int from ticket t where t.department_id = d.id and t.closed_at is null) as open_tickets,
      (select count(*)::int from work_order w
        where w.department_id = d.id and w.stage ${STILL_OPEN}) as open_work_orders,
      (select coalesce(max(e.seq), 0) from event e where e.subject_id = d.id) as version
    from department d cross join lateral (
      select count(distinct p.id)::int as people, (count(distinct p.id) filter (where p.on_duty))::int as on_duty
      from post po join person_post pp on pp.post_id = po.id join person p on p.id = pp.person_id
      where po.department_id = d.id and pp.deputy_rank is null and po.closed_at is null) staff
    order by d.closed_at is not null, d.outside_firm, d.key`.execute(context.tx);
  return {
    items: rows.map(({ centre_id, calendar_id, outside_firm, on_duty, open_tickets, open_work_orders, ...same }) => ({
      ...same,
      centreId: centre_id,
      calendarId: calendar_id,
      outsideFirm: outside_firm,
      onDuty: on_duty,
      openTickets: open_tickets,
      openWorkOrders: open_work_orders,
      can: { change: can(context.actor, 'people.edit', { centreId: centre_id, departments: [same.id] }) },
    })),
  };
}

export const centreOut = z.object({
  id: idOut('centre'),
  name: z.string().describe('As customers are told it'),
  phone: z.string().nullable().describe('Where customers call; null: none given'),
  complaintLine: z.string().nullable().describe('Where to complain, at any hour'),
  address: z.string().nullable().describe('Where customers come; null: none given'),
  page: customerPageShape.describe('What the customer’s page says besides, and what may be sent in'),
  publicKinds: z
    .array(
      z.object({
        key: z.string().describe('What stands in `page.kinds`'),
        name: wordsOut.describe('What it is called'),
        about: wordsOut.describe('When to choose it'),
      }),
    )
    .describe('Kinds that customers may send in at all'),
  zone: zoneOut,
  receptionCalendarId: idOut('calendar').describe('By whose hours somebody is at the desk'),
  version: versionOut,
  can: canOut.describe('change'),
});

export const centresOut = allOf(centreOut);

export async function listCentres(context: Context): Promise<z.input<typeof centresOut>> {
  const rows = await context.tx
    .selectFrom('centre')
    .selectAll()
    .select((e) =>
      e
        .selectFrom('event')
        .select((f) => f.fn.coalesce(f.fn.max('event.seq'), sql<number>`0`).as('seq'))
        .whereRef('event.subject_id', '=', 'centre.id')
        .as('version'),
    )
    .orderBy('id')
    .execute();
  const publicKinds = (await currentKinds(context)).flatMap(({ kind: { key, name, about, public: open } }) =>
    open === true ? [{ key, name, about }] : [],
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      publicKinds,
      phone: row.phone,
      complaintLine: row.complaint_line,
      address: row.address,
      page: customerPageOf(row.page),
      zone: row.zone,
      receptionCalendarId: row.reception_calendar_id,
      version: row.version ?? 0,
      can: { change: can(context.actor, 'people.edit', { centreId: row.id }) },
    })),
  };
}
