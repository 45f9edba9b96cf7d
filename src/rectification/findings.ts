import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, moment, pageQuery } from '../platform/http/shapes.ts';
import { stateOf } from './rectification.ts';
import { noticeScope } from './scope.ts';
import type { findingOut, findingsOut } from './view.ts';

export const findingsQuery = z.strictObject({
  ...pageQuery,
  department: id('department').optional().describe('Only those found in this department'),
  way: z
    .enum(['corrected_on_the_spot', 'reported_up', 'to_department'])
    .optional()
    .describe('Only those with which this was done'),
  from: moment.optional().describe('Found at or after'),
  until: moment.optional().describe('Found before'),
});

type Row = {
  id: string;
  department_id: string;
  department_name: Words;
  text: string;
  way: string;
  rectification_id: string | null;
  number: number | null;
  verdict: string | null;
  received_at: Instant | null;
  replied_at: Instant | null;
  withdrawn_at: Instant | null;
  by_id: string;
  by_name: string;
  at: Instant;
};

/** What supervision of the departments found, newest first, each with the way that was taken (ESCL-03). */
export async function listFindings(
  context: Context,
  query: z.output<typeof findingsQuery>,
): Promise<z.input<typeof findingsOut>> {
  const after = readMomentAndId(query.after);
  const { rows } = await sql<Row>`
    select f.id, f.department_id, d.name as department_name, f.text, f.way, f.rectification_id, r.number, r.verdict,
      r.received_at, r.replied_at, r.withdrawn_at, f.by_id, p.name as by_name, f.at
    from finding f join department d on d.id = f.department_id join person p on p.id = f.by_id
    left join rectification r on r.id = f.rectification_id
    where ${noticeScope(context, sql`f.by_id = ${context.actor.personId}`)}
      ${query.department ? sql`and f.department_id = ${query.department}` : sql``}
      ${query.way ? sql`and f.way = ${query.way}` : sql``}
      ${query.from ? sql`and f.at >= ${query.from}::timestamptz` : sql``}
      ${query.until ? sql`and f.at < ${query.until}::timestamptz` : sql``}
      ${after ? sql`and (f.at, f.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by f.at desc, f.id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(rows, query.limit, lineOf, (row) => cursorOf(row.at, row.id));
}

function lineOf(row: Row): z.input<typeof findingOut> {
  return {
    id: row.id,
    department: { id: row.department_id, name: row.department_name },
    text: row.text,
    way: row.way,
    notice:
      row.rectification_id === null ? null : { id: row.rectification_id, number: row.number!, state: stateOf(row) },
    by: { id: row.by_id, name: row.by_name },
    at: row.at,
  };
}
