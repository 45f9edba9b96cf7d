import type { RawBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import { personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { pageQuery } from '../platform/http/shapes.ts';
import { callRows, callView } from './call-rows.ts';
import { CALL_BACK, WRITE_UP } from './owed-as.ts';
import { callsQuery } from './inputs.ts';
import { callsInScope } from './scope.ts';
import type { callsOut } from './view.ts';

export const callsAsk = z.strictObject({ ...pageQuery, ...callsQuery });
export type CallsAsk = z.output<typeof callsAsk>;

const owes = (kind: string) =>
  sql<boolean>`exists (select from commitment m where m.subject_id = c.id and m.kind = ${kind} and m.settled_at is null)`;

function conditions(context: Context, ask: CallsAsk): RawBuilder<SqlBool> {
  const wanted = [callsInScope(context)];
  if (ask.direction) wanted.push(sql<boolean>`c.direction = ${ask.direction}`);
  if (ask.outcome) wanted.push(sql<boolean>`c.outcome = ${ask.outcome}`);
  if (ask.channel) wanted.push(sql<boolean>`c.channel = ${ask.channel}`);
  if (ask.customerId) wanted.push(sql<boolean>`c.customer_id = ${ask.customerId}`);
  if (ask.by) wanted.push(sql<boolean>`c.answered_by_id = ${ask.by}`);
  if (ask.from) wanted.push(sql<boolean>`c.began_at >= ${ask.from}::timestamptz`);
  if (ask.until) wanted.push(sql<boolean>`c.began_at < ${ask.until}::timestamptz`);
  if (ask.open) wanted.push(owes(ask.open === 'call_back' ? CALL_BACK : WRITE_UP));
  const after = readMomentAndId(ask.after);
  if (after) wanted.push(sql<boolean>`(c.began_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return sql<boolean>`${sql.join(wanted, sql` and `)}`;
}

/** Every call, answered or not, the newest first (CHAN-01). */
export async function listCalls(context: Context, ask: CallsAsk): Promise<z.input<typeof callsOut>> {
  const { rows } = await callRows(
    sql`select c.* from phone_call c where ${conditions(context, ask)} order by c.began_at desc, c.id desc limit ${ask.limit + 1}`,
  ).execute(context.tx);
  const names = await personNames(context);
  return page(
    rows,
    ask.limit,
    (row) => callView(context, names, row),
    (row) => cursorOf(row.began_at, row.id),
  );
}
