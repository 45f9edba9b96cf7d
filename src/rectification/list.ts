import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { id, moment, pageQuery } from '../platform/http/shapes.ts';
import { noticeLines, noticeRows } from './rows.ts';
import { noticeScope } from './scope.ts';
import type { noticesOut } from './view.ts';

export const noticesQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum(['open', 'to_sign', 'overdue', 'to_verify', 'ended', 'all'])
    .default('open')
    .describe('to_sign: not signed for; overdue: not answered by its deadline; to_verify: answered, not looked at'),
  mine: z.stringbool().default(false).describe('Only those on which I owe something'),
  department: id('department').optional().describe('Only those to this department'),
  source: z
    .enum(['late', 'visit', 'supervision', 'spot_check'])
    .optional()
    .describe('Only those issued for this: a promise not kept, a return visit, supervision, a spot check'),
  ticket: id('ticket').optional().describe('Only those about this ticket'),
  from: moment.optional().describe('Issued at or after'),
  until: moment.optional().describe('Issued before'),
});
type Query = z.output<typeof noticesQuery>;

const OPEN = sql`r.verified_at is null and r.withdrawn_at is null`;

function stateIn(query: Query, context: Context): RawBuilder<unknown> {
  const states = {
    open: OPEN,
    to_sign: sql`${OPEN} and r.received_at is null`,
    overdue: sql`${OPEN} and r.replied_at is null and r.deadline_at < ${context.now}::timestamptz`,
    to_verify: sql`${OPEN} and r.replied_at is not null`,
    ended: sql`(r.verified_at is not null or r.withdrawn_at is not null)`,
    all: sql`true`,
  };
  return states[query.state];
}

function conditions(context: Context, query: Query): RawBuilder<unknown>[] {
  const me = context.actor.personId;
  const wanted = [
    noticeScope(context, sql`(r.addressee_id = ${me} or r.issued_by_id = ${me})`),
    stateIn(query, context),
  ];
  if (query.mine)
    wanted.push(
      sql`exists (select from commitment o where o.subject_id = r.id and o.settled_at is null and o.owner_id = ${me})`,
    );
  if (query.department) wanted.push(sql`r.department_id = ${query.department}`);
  if (query.source) wanted.push(sql`r.source = ${query.source}`);
  if (query.ticket) wanted.push(sql`r.ticket_id = ${query.ticket}`);
  if (query.from) wanted.push(sql`r.issued_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.issued_at < ${query.until}::timestamptz`);
  return wanted;
}

/** Open ones by their deadlines, the most overdue first; others newest first. */
export async function listNotices(context: Context, query: Query): Promise<z.input<typeof noticesOut>> {
  const after = readMomentAndId(query.after);
  const byDeadline = query.state !== 'ended' && query.state !== 'all';
  const wanted = conditions(context, query);
  if (after && byDeadline) wanted.push(sql`(r.deadline_at, r.id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  else if (after) wanted.push(sql`(r.issued_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const order = byDeadline ? sql`r.deadline_at, r.id` : sql`r.issued_at desc, r.id desc`;
  const rows = await noticeRows(context, sql.join(wanted, sql` and `), order, query.limit + 1);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(byDeadline ? row.deadline_at : row.issued_at, row.id),
  );
  return { items: await noticeLines(context, found.items), next: found.next };
}
