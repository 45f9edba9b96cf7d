import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { departments, named, personNames } from '../organisation/house.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { complimentCountsQuery, complimentsQuery, myComplimentsQuery } from './inputs.ts';
import type { complimentCountsOut, complimentsOut } from './view.ts';

type Span = z.output<typeof complimentCountsQuery>;
type Page = z.output<typeof myComplimentsQuery>;

type Row = {
  id: Id<'ticket'>;
  number: number;
  title: string;
  channel: string;
  said: string;
  source: string | null;
  at: Instant;
  answer: string;
  people: Id<'person'>[];
  departments: Id<'department'>[];
};

function within(span: Span): RawBuilder<unknown>[] {
  return [
    ...(span.from ? [sql`c.at >= ${span.from}::timestamptz`] : []),
    ...(span.until ? [sql`c.at < ${span.until}::timestamptz`] : []),
  ];
}

/** What the right reaches by the ticket, and what is about somebody of a department whose reports one sees. */
function reached(context: Context): RawBuilder<unknown> {
  const mine = context.actor.posts
    .filter((post) => post.rights['report.see'] === 'department')
    .flatMap((post) => post.departmentId ?? []);
  const byTicket = scopeOf(context, 'report.see');
  if (mine.length === 0) return byTicket;
  return sql`(${byTicket} or exists (select from compliment_about h
    where h.ticket_id = c.ticket_id and h.department_id = any(${mine}::uuid[])))`;
}

/** Those a person may see by his rights, and always those about himself. */
export async function listCompliments(
  context: Context,
  ask: z.output<typeof complimentsQuery>,
): Promise<z.input<typeof complimentsOut>> {
  const about = (condition: RawBuilder<unknown>) =>
    sql`exists (select from compliment_about a where a.ticket_id = c.ticket_id and ${condition})`;
  return linesWhere(context, ask, [
    reached(context),
    ...(ask.person ? [about(sql`a.person_id = ${ask.person}`)] : []),
    ...(ask.department ? [about(sql`a.department_id = ${ask.department}`)] : []),
  ]);
}

/** What was said of me: nobody's right but my own. */
export async function myCompliments(context: Context, ask: Page): Promise<z.input<typeof complimentsOut>> {
  const me = actingPerson(context);
  return linesWhere(context, ask, [
    sql`exists (select from compliment_about a where a.ticket_id = c.ticket_id and a.person_id = ${me})`,
  ]);
}

async function linesWhere(
  context: Context,
  ask: Page,
  conditions: RawBuilder<unknown>[],
): Promise<z.input<typeof complimentsOut>> {
  const after = readMomentAndId(ask.after);
  const wanted = [...conditions, ...within(ask)];
  if (after) wanted.push(sql`(c.at, c.ticket_id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select t.id, t.number, t.title, t.channel, coalesce(t.fields->>'praise', t.need) as said, t.fields->>'source' as source, c.at, c.answer,
      array(select a.person_id::text from compliment_about a where a.ticket_id = t.id and a.person_id is not null order by a.id) as people,
      array(select a.department_id::text from compliment_about a where a.ticket_id = t.id and a.person_id is null order by a.id) as departments
    from compliment c join ticket t on t.id = c.ticket_id
    where ${sql.join(wanted, sql` and `)} order by c.at desc, c.ticket_id desc limit ${ask.limit + 1}`.execute(
    context.tx,
  );
  const names = await personNames(context);
  const all = await departments(context);
  return page(
    rows,
    ask.limit,
    (row) => ({
      ...row,
      people: row.people.map((id) => named(names, id)),
      departments: row.departments.map((id) => ({ id, name: all.get(id)!.name })),
    }),
    (row) => cursorOf(row.at, row.id),
  );
}

/** Per person and department, of those the caller may see. */
export async function countCompliments(context: Context, span: Span): Promise<z.input<typeof complimentCountsOut>> {
  const conditions = sql.join([reached(context), ...within(span)], sql` and `);
  const from = sql`from compliment c join ticket t on t.id = c.ticket_id`;
  const totals = await sql<{ total: number; standard: number }>`
    select count(*)::int as total, (count(*) filter (where c.answer = 'standard'))::int as standard ${from} where ${conditions}`.execute(
    context.tx,
  );
  const counted = async <Of extends string>(column: 'person_id' | 'department_id') => {
    const { rows } = await sql<{ id: Id<Of>; n: number }>`
      select a.${sql.ref(column)} as id, count(distinct a.ticket_id)::int as n ${from}
      join compliment_about a on a.ticket_id = c.ticket_id
      where a.${sql.ref(column)} is not null and ${conditions} group by 1 order by 2 desc, 1`.execute(context.tx);
    return rows;
  };
  const names = await personNames(context);
  const all = await departments(context);
  return {
    ...totals.rows[0]!,
    people: (await counted<'person'>('person_id')).map(({ id, n }) => ({ person: named(names, id), n })),
    departments: (await counted<'department'>('department_id')).map(({ id, n }) => ({
      department: { id, name: all.get(id)!.name },
      n,
    })),
  };
}
