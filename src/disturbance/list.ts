import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { momentInJson } from '../platform/json-moment.ts';
import { refusal } from '../kernel/refusal.ts';
import { whyNotRestore } from './disturbance.ts';
import type { Former } from './disturbance.ts';
import type { DisturbancesQuery } from './inputs.ts';
import type { DisturbanceTable } from './table.ts';
import type { disturbancesOut, DisturbanceView } from './view.ts';

type Row = Selectable<DisturbanceTable> & {
  place: DisturbanceView['place'];
  due_at: Instant | null;
  version: number;
  changes: { before: Former; by_id: string; at: Instant }[];
};

/** What whoever takes things in at a centre sees there, and who was told of it. */
function inScope({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'contact.record');
  if (reach?.all || reachOf(actor, 'report.see')?.all) return sql`true`;
  return sql`(d.centre_id = any(${reach?.centres ?? []}::uuid[]) or d.by_id = ${actor.personId}
    or ${actor.personId} = any(d.told_ids))`;
}

/** The register of disturbances, the newest first. */
export async function listDisturbances(
  context: Context,
  query: DisturbancesQuery,
): Promise<z.input<typeof disturbancesOut>> {
  const wanted = [inScope(context)];
  if (query.state !== 'all')
    wanted.push(query.state === 'open' ? sql`d.restored_at is null` : sql`d.restored_at is not null`);
  if (query.sort) wanted.push(sql`d.sort = ${query.sort}`);
  if (query.place) wanted.push(sql`d.place_id = ${query.place}`);
  if (query.told) wanted.push(sql`${query.told}::uuid = any(d.told_ids)`);
  if (query.by) wanted.push(sql`d.by_id = ${query.by}`);
  if (query.from) wanted.push(sql`d.happened_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.happened_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.happened_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select d.*, case when p.id is not null then json_build_object('id', p.id, 'code', p.code, 'name', p.name) end as place, c.due_at,
      (select max(e.seq) from event e where e.subject_id = d.id) as version,
      (select coalesce(json_agg(json_build_object('before', x.before, 'by_id', x.by_id,
          'at', ${momentInJson('x.at')}) order by x.no), '[]')
        from disturbance_change x where x.disturbance_id = d.id) as changes
    from disturbance d left join place p on p.id = d.place_id
    left join lateral (select due_at from commitment where subject_id = d.id limit 1) c on true
    where ${sql.join(wanted, sql` and `)} order by d.happened_at desc, d.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => viewOf(context, row, names),
    (row) => cursorOf(row.happened_at, row.id),
  );
}

function viewOf({ actor, now }: Context, row: Row, names: ReadonlyMap<string, string>): DisturbanceView {
  const may =
    can(actor, 'contact.record', { people: [row.by_id], centreId: row.centre_id }) ??
    (row.restored_at === null ? null : refusal('disturbance.restored'));
  return {
    id: row.id,
    version: row.version,
    happenedAt: row.happened_at,
    place: row.place,
    spot: row.spot,
    sort: row.sort,
    peopleInvolved: row.people_involved,
    happened: row.happened,
    measures: row.measures,
    told: row.told_ids.map((id) => named(names, id)!),
    toldOthers: row.told_others,
    by: named(names, row.by_id)!,
    recordedAt: row.recorded_at,
    restoreBy: row.due_at,
    restoredAt: row.restored_at,
    restoredBy: named(names, row.restored_by_id),
    late: row.due_at !== null && (row.restored_at ?? now) > row.due_at,
    former: row.changes.map(({ before, by_id, at }) => ({ before, by: named(names, by_id)!, at })),
    can: { change: may, restore: may ?? whyNotRestore(row) },
  };
}
