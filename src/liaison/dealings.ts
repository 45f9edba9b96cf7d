import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { DealingsQuery } from './inputs.ts';
import { matterScope } from './scope.ts';
import type { LiaisonDealingTable } from './table.ts';
import type { Dealing, dealingsOut } from './view.ts';

type Row = Selectable<LiaisonDealingTable> & {
  subject: string;
  body_id: Id<'liaison_body'>;
  body_name: string;
  contact: string | null;
};

export async function dealingRows(
  context: Context,
  wanted: readonly RawBuilder<unknown>[],
  most: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.*, m.subject, b.id as body_id, b.name as body_name, x.name as contact from liaison_dealing d
    join liaison_matter m on m.id = d.matter_id join liaison_body b on b.id = m.body_id
    left join liaison_contact x on x.id = d.contact_id
    where ${sql.join([matterScope(context), ...wanted], sql` and `)}
    order by d.happened_at desc, d.id desc limit ${most}`.execute(context.tx);
  return rows;
}

export function dealingViewOf(row: Row, names: Names): Dealing {
  return {
    id: row.id,
    matter: { id: row.matter_id, subject: row.subject },
    body: { id: row.body_id, name: row.body_name },
    happenedAt: row.happened_at,
    way: row.way,
    contact: row.contact,
    said: row.said,
    by: named(names, row.by_id),
    recordedAt: row.recorded_at,
  };
}

/** The log of dealings with bodies outside, the newest first (EXTR-01, -02). */
export async function listDealings(context: Context, query: DealingsQuery): Promise<z.input<typeof dealingsOut>> {
  const wanted: RawBuilder<unknown>[] = [];
  if (query.body) wanted.push(sql`b.id = ${query.body}`);
  if (query.kind) wanted.push(sql`b.kind = ${query.kind}`);
  if (query.matter) wanted.push(sql`d.matter_id = ${query.matter}`);
  if (query.way) wanted.push(sql`d.way = ${query.way}`);
  if (query.by) wanted.push(sql`d.by_id = ${query.by}`);
  if (query.from) wanted.push(sql`d.happened_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.happened_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.happened_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await dealingRows(context, wanted, query.limit + 1);
  const names = await personNames(context);
  return page(
    rows,
    query.limit,
    (row) => dealingViewOf(row, names),
    (row) => cursorOf(row.happened_at, row.id),
  );
}
