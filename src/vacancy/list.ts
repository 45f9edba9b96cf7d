import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readDayAndId } from '../platform/http/cursor.ts';
import { momentInJson } from '../platform/json-moment.ts';
import type { VacanciesQuery } from './inputs.ts';
import type { vacanciesOut, vacancyOut } from './view.ts';
import type { Vacancy } from './vacancy.ts';
import { whyNotEnd } from './vacancy.ts';

type Row = Vacancy & {
  code: string;
  name: string;
  last: { id: string; at: Instant; by: Id<'person'>; faults: number } | null;
  next: { id: string; from: Instant; due: Instant } | null;
  missed: number;
  open_faults: number;
};

/** Rounds of the unit (`v`) since it is listed. */
const ITS = sql`r.place_id = v.place_id and r.customer_id is null and r.dropped_at is null
  and r.due_at >= v.listed_at and (v.ended_at is null or r.from_at <= v.ended_at)`;

const NEXT = sql`(select jsonb_build_object('id', r.id, 'from', ${momentInJson('r.from_at')}, 'due', ${momentInJson('r.due_at')})
  from round r where ${ITS} and r.done_at is null and v.ended_at is null order by r.due_at limit 1)`;

const OPEN_FAULTS = sql`(select count(distinct t.id)::int from round r join round_result x on x.round_id = r.id
  join ticket t on t.id = x.ticket_id where ${ITS} and t.stage_class not in ('resolved', 'closed', 'cancelled'))`;

function conditions(context: Context, query: VacanciesQuery): RawBuilder<unknown>[] {
  const { all, centres } = reachOf(context.actor, 'place.see')!;
  const now = sql`${context.now}::timestamptz`;
  const states = { vacant: sql`v.ended_at is null`, ended: sql`v.ended_at is not null`, all: sql`true` };
  const inspections = {
    late: sql`n.due_at < ${now}`,
    due: sql`n.from_at <= ${now}`,
    ahead: sql`n.from_at > ${now}`,
  };
  const wanted = [states[query.state]];
  if (!all) wanted.push(sql`v.centre_id = any(${centres}::uuid[])`);
  if (query.reason) wanted.push(sql`v.reason = ${query.reason}`);
  if (query.building) wanted.push(sql`p.parent_id = ${query.building}`);
  if (query.faults) wanted.push(sql`${OPEN_FAULTS} > 0`);
  if (query.from) wanted.push(sql`v.since >= ${query.from}`);
  if (query.until) wanted.push(sql`v.since <= ${query.until}`);
  if (query.inspection)
    wanted.push(sql`exists (select from (select r.from_at, r.due_at from round r
      where ${ITS} and r.done_at is null and v.ended_at is null order by r.due_at limit 1) n
      where ${inspections[query.inspection]})`);
  return wanted;
}

/** The list of vacant units with the dates of their inspections (PTRL-06): the one that stands empty longest first. */
export async function listVacancies(context: Context, query: VacanciesQuery): Promise<z.input<typeof vacanciesOut>> {
  const wanted = conditions(context, query);
  const after = readDayAndId(query.after);
  if (after) wanted.push(sql`(v.since, v.id) > (${after.day}, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select v.*, p.code, p.name, ${NEXT} as next, ${OPEN_FAULTS} as open_faults,
      (select jsonb_build_object('id', r.id, 'at', ${momentInJson('r.done_at')}, 'by', r.done_by_id, 'faults', r.faults)
        from round r where ${ITS} and r.done_at is not null order by r.done_at desc limit 1) as last,
      (select count(*)::int from round r where ${ITS}
        and (r.done_at > r.due_at or (r.done_at is null and r.due_at < ${context.now}::timestamptz))) as missed
    from vacancy v join place p on p.id = v.place_id where ${sql.join(wanted, sql` and `)}
    order by v.since, v.id limit ${query.limit + 1}`.execute(context.tx);
  const names = await personNames(context);
  return {
    ...page(
      rows,
      query.limit,
      (row) => lineOf(context, row, names),
      (row) => cursorOf(row.since, row.id),
    ),
    can: { list: can(context.actor, 'customer.edit', { centreId: await centreOf(context) }) },
  };
}

function lineOf({ actor, now }: Context, row: Row, names: ReadonlyMap<string, string>): z.input<typeof vacancyOut> {
  const { last, next } = row;
  return {
    id: row.id,
    place: { id: row.place_id, code: row.code, name: row.name },
    since: row.since,
    reason: row.reason,
    note: row.note,
    listedBy: named(names, row.listed_by_id),
    listedAt: row.listed_at,
    last: last && { id: last.id, at: last.at, by: named(names, last.by), faults: last.faults },
    next: next && { id: next.id, dueAt: next.due, state: standing(next, now) },
    missed: row.missed,
    openFaults: row.open_faults,
    endedAs: row.ended_as,
    endedNote: row.ended_note,
    endedBy: named(names, row.ended_by_id),
    endedAt: row.ended_at,
    can: { end: can(actor, 'customer.edit', { centreId: row.centre_id }) ?? whyNotEnd(row) },
  };
}

function standing({ from, due }: { from: Instant; due: Instant }, now: Instant): 'ahead' | 'open' | 'late' {
  if (due < now) return 'late';
  return from <= now ? 'open' : 'ahead';
}
