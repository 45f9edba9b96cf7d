import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import { versionOf } from '../platform/journal.ts';
import type { BodyRow } from './facts.ts';
import { bodyKinds, formerOfAll, kindNamed } from './facts.ts';
import type { BodiesQuery } from './inputs.ts';
import type { BodyKind } from './kind.ts';
import { OWED_AS } from './liaison.ts';
import { bodyScope } from './scope.ts';
import type { bodiesOut, bodyKindsOut, BodyLine, BodyView } from './view.ts';

type Row = BodyRow & {
  last_at: Instant | null;
  touch_by: Instant | null;
  open_matters: number;
  next_by: Instant | null;
};

async function bodyRows(context: Context, wanted: readonly RawBuilder<unknown>[], most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select b.*, l.last_at, o.open_matters, o.next_by, c.due_at as touch_by from liaison_body b
    cross join lateral (select max(d.happened_at) as last_at from liaison_dealing d
      join liaison_matter m on m.id = d.matter_id where m.body_id = b.id) l
    cross join lateral (select count(*)::int as open_matters, min(m.next_by) as next_by
      from liaison_matter m where m.body_id = b.id and m.closed_at is null) o
    left join lateral (select due_at from commitment where subject_id = b.id and kind = ${OWED_AS.touch}
      and settled_at is null limit 1) c on true
    where ${sql.join([bodyScope(context), ...wanted], sql` and `)} order by b.name, b.id limit ${most}`.execute(
    context.tx,
  );
  return rows;
}

function lineOf(row: Row, kinds: readonly BodyKind[], names: Names): BodyLine {
  return {
    id: row.id,
    kind: kindNamed(kinds, row.kind),
    name: row.name,
    phone: row.phone,
    address: row.address,
    person: named(names, row.person_id),
    every: row.every,
    lastAt: row.last_at,
    touchBy: row.touch_by,
    openMatters: row.open_matters,
    nextBy: row.next_by,
    endedAt: row.ended_at,
  };
}

/** Bodies outside the house by name. */
export async function listBodies(context: Context, query: BodiesQuery): Promise<z.input<typeof bodiesOut>> {
  const wanted = [query.ended ? sql`b.ended_at is not null` : sql`b.ended_at is null`];
  if (query.kind) wanted.push(sql`b.kind = ${query.kind}`);
  if (query.person) wanted.push(sql`b.person_id = ${query.person}`);
  if (query.text)
    wanted.push(sql`(strpos(lower(b.name), lower(${query.text})) > 0 or exists (select from liaison_contact x
      where x.body_id = b.id and strpos(lower(x.name), lower(${query.text})) > 0))`);
  const after = readNameAndId(query.after);
  if (after) wanted.push(sql`(b.name, b.id) > (${after.name}, ${after.id}::uuid)`);
  const rows = await bodyRows(context, wanted, query.limit + 1);
  const [kinds, names] = [await bodyKinds(context), await personNames(context)];
  return {
    ...page(
      rows,
      query.limit,
      (row) => lineOf(row, kinds, names),
      (row) => cursorOf(row.name, row.id),
    ),
    can: { log: can(context.actor, 'liaison.log', {}) },
  };
}

/** A body with whom one knows there, and how it stood before. */
export async function readBody(context: Context, id: Id<'liaison_body'>): Promise<BodyView> {
  const [row] = await bodyRows(context, [sql`b.id = ${id}`], 1);
  if (!row) throw new NotFound('liaison.body_unknown');
  const names = await personNames(context);
  const contacts = await context.tx
    .selectFrom('liaison_contact')
    .selectAll()
    .where('body_id', '=', id)
    .orderBy('ended_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute();
  const log = can(context.actor, 'liaison.log', { centreId: row.centre_id });
  return {
    ...lineOf(row, await bodyKinds(context), names),
    version: await versionOf(context.tx, id),
    about: row.about,
    contacts: contacts.map((one) => ({
      id: one.id,
      name: one.name,
      position: one.position,
      phone: one.phone,
      endedAt: one.ended_at,
    })),
    former: await formerOfAll(context, [id, ...contacts.map((one) => one.id)], names),
    can: { change: log, log },
  };
}

export async function readBodyKinds(context: Context): Promise<z.input<typeof bodyKindsOut>> {
  return { items: [...(await bodyKinds(context))] };
}
