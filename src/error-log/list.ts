import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { errorSortsOf } from './sorts.ts';
import type { ErrorsQuery } from './inputs.ts';
import type { LoggedErrorTable } from './table.ts';
import type { errorsOut, errorSortsOut } from './view.ts';

type Row = Selectable<LoggedErrorTable> & { ticket: { id: string; number: number; title: string } | null };

/** One's own, those one logged, and those in what one's reports reach. */
function inScope({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'report.see');
  if (reach?.all) return sql`true`;
  return sql`(e.person_id = ${actor.personId} or e.by_id = ${actor.personId}
    or e.centre_id = any(${reach?.centres ?? []}::uuid[]) or e.department_id = any(${reach?.departments ?? []}::uuid[]))`;
}

/** Errors and their lessons, the newest first (QUAL-14). */
export async function listErrors(context: Context, query: ErrorsQuery): Promise<z.input<typeof errorsOut>> {
  const wanted = [inScope(context)];
  if (query.person) wanted.push(sql`e.person_id = ${query.person}`);
  if (query.sort) wanted.push(sql`e.sort = ${query.sort}`);
  if (query.repeated !== undefined) wanted.push(sql`(e.nth > 1) = ${query.repeated}`);
  if (query.from) wanted.push(sql`e.happened_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`e.happened_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(e.happened_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select e.*, case when t.id is not null then jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) end as ticket
    from logged_error e left join ticket t on t.id = e.ticket_id
    where ${sql.join(wanted, sql` and `)} order by e.happened_at desc, e.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const [names, sorts] = [await personNames(context), await errorSortsOf(context)];
  return page(
    rows,
    query.limit,
    ({ id, sort, what, lesson, ticket, at, nth, ...row }) => ({
      id,
      sort,
      what,
      lesson,
      ticket,
      at,
      nth,
      person: named(names, row.person_id),
      sortName: sorts.find(({ key }) => key === sort)?.name ?? null,
      happenedAt: row.happened_at,
      by: named(names, row.by_id),
    }),
    (row) => cursorOf(row.happened_at, row.id),
  );
}

export async function readErrorSorts(context: Context): Promise<z.input<typeof errorSortsOut>> {
  return { items: await errorSortsOf(context), can: { others: can(context.actor, 'rectification.issue', {}) } };
}
