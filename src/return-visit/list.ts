import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, moment, pageQuery } from '../platform/http/shapes.ts';
import { visitLines, visitRows } from './rows.ts';
import type { visitsOut } from './view.ts';

type View = z.input<typeof visitsOut>;

export const dueVisitsQuery = z.strictObject({
  ...pageQuery,
  mine: z.stringbool().default(false).describe('Only those I owe'),
  rule: z.string().max(60).optional().describe('Only visits by this rule of their kind'),
  late: z.stringbool().default(false).describe('Only those whose time has run out'),
  place: id('place').optional().describe('There, or anywhere within'),
});

export const recordedVisitsQuery = z.strictObject({
  ...pageQuery,
  from: moment.optional().describe('Ended at or after'),
  until: moment.optional().describe('Ended before'),
  state: z.enum(['made', 'declined', 'unreachable']).optional().describe('Only those that ended so'),
  satisfaction: z.coerce.number().int().min(1).max(5).optional().describe('Only those with this answer, 1 to 5'),
  by: id('person').optional().describe('Only those this person made'),
  department: id('department').optional().describe('Only those whose slip this department signs'),
  fault: z.stringbool().optional().describe('Only those with a fault found, or only those without'),
});

export const unsignedVisitsQuery = z.strictObject({
  ...pageQuery,
  department: id('department').optional().describe('Only those whose slip this department signs'),
  mine: z.stringbool().default(false).describe('Only those I am to sign'),
});

type Lines = { from: RawBuilder<unknown>; at: RawBuilder<unknown>; id: RawBuilder<unknown>; newestFirst: boolean };

async function linesOf(
  context: Context,
  { from, at, id: key, newestFirst }: Lines,
  wanted: RawBuilder<unknown>[],
  query: { after?: string | undefined; limit: number },
): Promise<View> {
  const after = readMomentAndId(query.after);
  const where = [scopeOf(context, 'return_visit.see'), ...wanted];
  const beyond = newestFirst ? sql`<` : sql`>`;
  if (after) where.push(sql`(${at}, ${key}) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)`);
  const order = newestFirst ? sql`${at} desc, ${key} desc` : sql`${at}, ${key}`;
  const sort = sql`${at} as sort_at, ${key} as sort_id`;
  const { rows } = await visitRows(context, { from, sort, where: sql.join(where, sql` and `), order }, query.limit + 1);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.sort_at, row.sort_id),
  );
  return { items: await visitLines(context, found.items), next: found.next };
}

const OWED = sql`commitment c join return_visit v on v.id = c.subject_id join ticket t on t.id = v.ticket_id`;

/** A place and all that lies in it: an estate's buildings, a building's units. */
function within(placeId: string): RawBuilder<unknown> {
  return sql`with recursive inside as (
      select id from place where id = ${placeId} union all select p.id from place p join inside i on p.parent_id = i.id)
    select id from inside`;
}

/** Visits to be made, the one whose time runs out first at the top: by the partial index of visits' open clocks. */
export function dueVisits(context: Context, query: z.output<typeof dueVisitsQuery>): Promise<View> {
  const wanted = [sql`c.kind = 'return_visit' and c.subject_type = 'return_visit' and c.settled_at is null`];
  if (query.mine) wanted.push(sql`c.owner_id = ${context.actor.personId}`);
  if (query.rule) wanted.push(sql`v.rule = ${query.rule}`);
  if (query.place) wanted.push(sql`t.place_id in (${within(query.place)})`);
  if (query.late) wanted.push(sql`c.due_at < ${context.now}::timestamptz`);
  return linesOf(context, { from: OWED, at: sql`c.due_at`, id: sql`c.id`, newestFirst: false }, wanted, query);
}

/** The return-visit record (VISIT-09), newest first. */
export function recordedVisits(context: Context, query: z.output<typeof recordedVisitsQuery>): Promise<View> {
  const wanted = [sql`v.state in ('made', 'declined', 'unreachable')`];
  if (query.from) wanted.push(sql`v.ended_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`v.ended_at < ${query.until}::timestamptz`);
  if (query.state) wanted.push(sql`v.state = ${query.state}`);
  if (query.satisfaction) wanted.push(sql`v.satisfaction = ${query.satisfaction}`);
  if (query.by) wanted.push(sql`v.by_id = ${query.by}`);
  if (query.department) wanted.push(sql`v.department_id = ${query.department}`);
  if (query.fault !== undefined) wanted.push(query.fault ? sql`v.fault is not null` : sql`v.fault is null`);
  const from = sql`return_visit v join ticket t on t.id = v.ticket_id`;
  return linesOf(context, { from, at: sql`v.ended_at`, id: sql`v.id`, newestFirst: true }, wanted, query);
}

/** Slips that no head has signed yet, the oldest first (VISIT-11). */
export function unsignedVisits(context: Context, query: z.output<typeof unsignedVisitsQuery>): Promise<View> {
  const wanted = [sql`v.state = 'made' and v.signed_at is null`];
  if (query.department) wanted.push(sql`v.department_id = ${query.department}`);
  if (query.mine)
    wanted.push(
      sql`exists (select from commitment o where o.subject_id = v.id and o.kind = 'sign_visit' and o.settled_at is null
        and o.owner_id = ${context.actor.personId})`,
    );
  const from = sql`return_visit v join ticket t on t.id = v.ticket_id`;
  return linesOf(context, { from, at: sql`v.ended_at`, id: sql`v.id`, newestFirst: false }, wanted, query);
}
