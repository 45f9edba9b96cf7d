import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import { scopeOf } from '../organisation/scope.ts';
import { LEAST_SHARE_OF_COMPLAINTS } from '../pack/visit-shape.ts';
import { complaintKeys } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, moment, pageQuery } from '../platform/http/shapes.ts';
import type { shareComplaintsOut, visitShareOut } from './share-view.ts';

const span = {
  from: moment.describe('Complaints closed at or after'),
  until: moment.describe('Complaints closed before'),
};
export const shareQuery = z.strictObject(span);
export const complaintsQuery = z.strictObject({
  ...pageQuery,
  ...span,
  department: id('department').optional().describe('Only those that belong to it'),
  person: id('person').optional().describe('Only those this person is accountable for'),
  visited: z.stringbool().optional().describe('Only those with a return visit that was made, or only those without'),
});

type Counts = {
  handled: number;
  visited: number;
  reopened: number;
  late: number;
  answers: number;
  satisfied: number;
};
type Row = Counts & { department_id: Id<'department'> | null; owner_id: Id<'person'> };

const VISITED = sql`exists (select from return_visit v where v.ticket_id = t.id and v.state = 'made')`;

/** Complaints closed in a span, as far as the one asking may see: by the index on the moment of closing. */
async function closed(
  context: Context,
  { from, until }: { from: Instant; until: Instant },
): Promise<RawBuilder<unknown>> {
  const keys = await complaintKeys(context);
  return sql`t.closed_at >= ${from}::timestamptz and t.closed_at < ${until}::timestamptz and t.kind = any(${keys}::text[])
    and t.stage_class = 'closed' and t.closed_as is distinct from 'duplicate' and ${scopeOf(context, 'report.see')}`;
}

/** How staff handled the complaints of a period, and whether at least one fifth of them got a return visit (VISIT-14). */
export async function visitShare(
  context: Context,
  query: z.output<typeof shareQuery>,
): Promise<z.input<typeof visitShareOut>> {
  const { rows } = await sql<Row>`
    select t.department_id, t.owner_id, count(*)::int as handled, (count(*) filter (where ${VISITED}))::int as visited,
      (count(*) filter (where t.reopened_count > 0))::int as reopened,
      (count(*) filter (where exists (select from commitment c where c.ticket_id = t.id and c.outcome = 'late')))::int as late,
      count(t.satisfaction)::int as answers, coalesce(sum(t.satisfaction), 0)::int as satisfied
    from ticket t where ${await closed(context, query)} group by 1, 2`.execute(context.tx);
  const all = together(rows);
  const [names, known] = [await personNames(context), await departments(context)];
  return {
    from: query.from,
    until: query.until,
    least: LEAST_SHARE_OF_COMPLAINTS,
    enough: all.handled === 0 ? null : all.visited * 100 >= all.handled * LEAST_SHARE_OF_COMPLAINTS,
    ...countsOut(all),
    byDepartment: grouped(rows, (row) => row.department_id).map(([key, counts]) => ({
      department: key === null ? null : { id: key, name: known.get(key)!.name },
      ...countsOut(counts),
    })),
    byPerson: grouped(rows, (row) => row.owner_id).map(([key, counts]) => ({
      person: named(names, key),
      ...countsOut(counts),
    })),
  };
}

function together(rows: readonly Counts[]): Counts {
  const sum = (of: keyof Counts) => rows.reduce((all, row) => all + row[of], 0);
  return {
    handled: sum('handled'),
    visited: sum('visited'),
    reopened: sum('reopened'),
    late: sum('late'),
    answers: sum('answers'),
    satisfied: sum('satisfied'),
  };
}

function countsOut({ satisfied, ...counts }: Counts) {
  return { ...counts, satisfaction: counts.answers === 0 ? null : satisfied / counts.answers };
}

/** By a key, the most complaints first. */
function grouped<Key>(rows: readonly Row[], keyOf: (row: Row) => Key): [Key, Counts][] {
  const keys = [...new Set(rows.map(keyOf))];
  return keys
    .map((key): [Key, Counts] => [key, together(rows.filter((row) => keyOf(row) === key))])
    .sort(([, one], [, other]) => other.handled - one.handled);
}

type Line = {
  id: Id<'ticket'>;
  number: number;
  title: string;
  department_id: Id<'department'> | null;
  owner_id: Id<'person'>;
  closed_at: Instant;
  satisfaction: number | null;
  visit_id: string | null;
  drawn_out: boolean;
};

/** The complaints behind a number. */
export async function complaintsOfShare(
  context: Context,
  query: z.output<typeof complaintsQuery>,
): Promise<z.input<typeof shareComplaintsOut>> {
  const wanted = [await closed(context, query)];
  if (query.department) wanted.push(sql`t.department_id = ${query.department}`);
  if (query.person) wanted.push(sql`t.owner_id = ${query.person}`);
  if (query.visited !== undefined) wanted.push(query.visited ? VISITED : sql`not ${VISITED}`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(t.closed_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Line>`
    select t.id, t.number, t.title, t.department_id, t.owner_id, t.closed_at, t.satisfaction,
      (select v.id from return_visit v where v.ticket_id = t.id and v.state = 'made' order by v.round desc limit 1) as visit_id,
      exists (select from visit_draw d where d.ticket_id = t.id and d.round = t.reopened_count + 1 and not d.drawn) as drawn_out
    from ticket t where ${sql.join(wanted, sql` and `)} order by t.closed_at desc, t.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const [names, known] = [await personNames(context), await departments(context)];
  return page(
    rows,
    query.limit,
    (row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      department:
        row.department_id === null ? null : { id: row.department_id, name: known.get(row.department_id)!.name },
      person: named(names, row.owner_id),
      closedAt: row.closed_at,
      satisfaction: row.satisfaction,
      visitId: row.visit_id,
      drawnOut: row.drawn_out,
    }),
    (row) => cursorOf(row.closed_at, row.id),
  );
}
