import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { NotFound } from '../kernel/refusal.ts';
import type { Id } from '../kernel/id.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { OutreachesQuery } from './inputs.ts';
import { CONTACT_STATES, whyNotGoOn, whyNotStop } from './outreach.ts';
import type { OutreachTable } from './table.ts';
import type { OutreachLine, outreachesOut, outreachPageOut } from './view.ts';

type Row = Selectable<OutreachTable> & { counts: Partial<OutreachLine['counts']> };

/** Those of the centres for which one may send, and those in which one calls. */
export function outreachScope({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'outreach.send');
  if (reach?.all) return sql`true`;
  return sql`(o.centre_id = any(${reach?.centres ?? []}::uuid[]) or o.caller_id = ${actor.personId})`;
}

const rows = (context: Context, wanted: RawBuilder<unknown>[], most: number) =>
  sql<Row>`
  select o.*, (select coalesce(json_object_agg(state, n), '{}') from
    (select x.state, count(*)::int as n from outreach_contact x where x.outreach_id = o.id group by x.state) by_state) as counts
  from outreach o where ${sql.join(wanted, sql` and `)} order by o.at desc, o.id desc limit ${most}`.execute(
    context.tx,
  );

/** What was begun, the newest first, each with how far it is. */
export async function listOutreaches(context: Context, query: OutreachesQuery): Promise<z.input<typeof outreachesOut>> {
  const wanted = [outreachScope(context)];
  if (query.state) wanted.push(sql`o.state = ${query.state}`);
  if (query.from) wanted.push(sql`o.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`o.at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(o.at, o.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const found = await rows(context, wanted, query.limit + 1);
  const names = await personNames(context);
  return {
    ...page(
      found.rows,
      query.limit,
      (row) => lineOf(context, row, names),
      (row) => cursorOf(row.at, row.id),
    ),
    can: { start: can(context.actor, 'outreach.send', {}) },
  };
}

export async function outreachPage(context: Context, id: Id<'outreach'>): Promise<z.input<typeof outreachPageOut>> {
  const [row] = (await rows(context, [sql`o.id = ${id}`], 1)).rows;
  if (!row) throw new NotFound('outreach.unknown');
  if (row.caller_id !== context.actor.personId)
    orForbid(can(context.actor, 'outreach.send', { centreId: row.centre_id }));
  const { subject, text, filters } = row;
  return { ...lineOf(context, row, await personNames(context)), subject, text, filters };
}

function lineOf({ actor }: Context, row: Row, names: ReadonlyMap<string, string>): OutreachLine {
  const counts = Object.fromEntries(CONTACT_STATES.map((one) => [one, row.counts[one] ?? 0])) as OutreachLine['counts'];
  const send = can(actor, 'outreach.send', { centreId: row.centre_id });
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    customers: Object.values(counts).reduce((sum, n) => sum + n, 0),
    counts,
    perHour: row.per_hour,
    caller: named(names, row.caller_id)!,
    by: named(names, row.by_id)!,
    at: row.at,
    endedAt: row.ended_at,
    can: { stop: send ?? whyNotStop(row), go_on: send ?? whyNotGoOn(row) },
  };
}
