import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import { versionOf } from '../platform/journal.ts';
import { dealingRows, dealingViewOf } from './dealings.ts';
import type { MatterRow } from './facts.ts';
import { bodyKinds, formerOfAll, kindNamed } from './facts.ts';
import type { MattersQuery } from './inputs.ts';
import type { BodyKind } from './kind.ts';
import { whyNotDeal } from './liaison.ts';
import { matterScope } from './scope.ts';
import type { MatterLine, mattersOut, MatterView } from './view.ts';

type Row = MatterRow & { name: string; kind: string; centre_id: Id<'centre'>; number: number | null };

async function matterRows(context: Context, wanted: readonly RawBuilder<unknown>[], most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.*, b.name, b.kind, b.centre_id, t.number::int as number from liaison_matter m
    join liaison_body b on b.id = m.body_id left join ticket t on t.id = m.ticket_id
    where ${sql.join([matterScope(context), ...wanted], sql` and `)}
    order by m.opened_at desc, m.id desc limit ${most}`.execute(context.tx);
  return rows;
}

function lineOf({ now }: Context, row: Row, kinds: readonly BodyKind[], names: Names): MatterLine {
  return {
    id: row.id,
    body: { id: row.body_id, name: row.name },
    kind: kindNamed(kinds, row.kind),
    subject: row.subject,
    person: named(names, row.person_id),
    ticket: row.ticket_id === null ? null : { id: row.ticket_id, number: row.number! },
    openedAt: row.opened_at,
    nextStep: row.next_step,
    nextBy: row.next_by,
    late: row.next_by !== null && row.next_by < now,
    closedAt: row.closed_at,
    outcome: row.outcome,
    lesson: row.lesson,
  };
}

/** What is dealt with with bodies outside, the newest first: with whom, who is in charge, and what comes next by when. */
export async function listMatters(context: Context, query: MattersQuery): Promise<z.input<typeof mattersOut>> {
  const wanted: RawBuilder<unknown>[] = [];
  if (query.body) wanted.push(sql`m.body_id = ${query.body}`);
  if (query.kind) wanted.push(sql`b.kind = ${query.kind}`);
  if (query.person) wanted.push(sql`m.person_id = ${query.person}`);
  if (query.ticket) wanted.push(sql`m.ticket_id = ${query.ticket}`);
  if (query.open !== undefined) wanted.push(sql`(m.closed_at is null) = ${query.open}`);
  if (query.late !== undefined)
    wanted.push(sql`coalesce(m.next_by < ${context.now}::timestamptz, false) = ${query.late}`);
  if (query.from) wanted.push(sql`m.opened_at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`m.opened_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(m.opened_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await matterRows(context, wanted, query.limit + 1);
  const [kinds, names] = [await bodyKinds(context), await personNames(context)];
  return page(
    rows,
    query.limit,
    (row) => lineOf(context, row, kinds, names),
    (row) => cursorOf(row.opened_at, row.id),
  );
}

/** One with its whole log, the newest first. */
export async function readMatter(context: Context, id: Id<'liaison_matter'>): Promise<MatterView> {
  const [row] = await matterRows(context, [sql`m.id = ${id}`], 1);
  if (!row) throw new NotFound('liaison.matter_unknown');
  const { tx, actor } = context;
  const [kinds, names] = [await bodyKinds(context), await personNames(context)];
  const dealings = await dealingRows(context, [sql`d.matter_id = ${id}`], 500);
  const contacts = await tx
    .selectFrom('liaison_contact')
    .select(['id', 'name'])
    .where('body_id', '=', row.body_id)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  const deal = can(actor, 'liaison.log', { centreId: row.centre_id, people: [row.person_id] }) ?? whyNotDeal(row);
  return {
    ...lineOf(context, row, kinds, names),
    version: await versionOf(tx, id),
    learns: kinds.find(({ key }) => key === row.kind)?.learns ?? false,
    closedBy: named(names, row.closed_by_id),
    dealings: dealings.map((one) => dealingViewOf(one, names)),
    contacts,
    former: await formerOfAll(context, [id], names),
    can: { deal, change: deal },
  };
}
