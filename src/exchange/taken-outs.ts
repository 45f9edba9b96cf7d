import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachesPerson } from '../organisation/reaches-person.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { takenOutPageOut, takenOutsOut, TakenOutsQuery } from './inputs.ts';
import { listByKey, LISTS } from './lists.ts';
import { OTHERS } from './others.ts';

type Row = {
  id: string;
  list: string;
  format: string;
  narrowed: Record<string, string>;
  person_id: string | null;
  started_at: Instant;
  ended_at: Instant | null;
  rows: number | null;
  state: string;
};

function rowsWhere(wanted: readonly RawBuilder<unknown>[], limit: number): RawBuilder<Row> {
  return sql<Row>`
    select id, list, format, narrowed, person_id, started_at, ended_at, rows, state from list_taken_out
    where ${sql.join(wanted, sql` and `)} order by started_at desc, id desc limit ${limit}`;
}

const nameOf = (list: string): Words => listByKey(list)?.name ?? OTHERS[list] ?? untranslated(list);

async function lineOf(context: Context): Promise<(row: Row) => z.input<typeof takenOutPageOut>> {
  const names = await personNames(context);
  return (row) => ({
    id: row.id,
    list: row.list,
    name: nameOf(row.list),
    format: row.format,
    person: row.person_id === null ? null : named(names, row.person_id),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    rows: row.rows,
    state: row.state,
  });
}

function conditions({ actor }: Context, { person, list, from, until, after }: TakenOutsQuery): RawBuilder<unknown>[] {
  const last = readMomentAndId(after);
  return [
    reachesPerson(actor, 'audit.see', sql`list_taken_out.person_id`),
    ...(person ? [sql`person_id = ${person}`] : []),
    ...(list ? [sql`list = ${list}`] : []),
    ...(from ? [sql`started_at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`started_at < ${until}::timestamptz`] : []),
    ...(last ? [sql`(started_at, id) < (${last.at}::timestamptz, ${last.id}::uuid)`] : []),
  ];
}

/**
 * Who took what out, the newest first: by an index of all, of one person, or of one list. A right that reaches a centre tells
 * of whoever works there.
 */
export async function takenOuts(context: Context, query: TakenOutsQuery): Promise<z.input<typeof takenOutsOut>> {
  orForbid(can(context.actor, 'audit.see', {}));
  const { rows } = await rowsWhere(conditions(context, query), query.limit + 1).execute(context.tx);
  const called = await namesOf(
    context,
    rows.flatMap(({ narrowed }) => Object.values(narrowed)),
  );
  const line = await lineOf(context);
  const filters = ({ narrowed }: Row) =>
    Object.entries(narrowed).map(([key, value]) => ({ key, value: called.get(value) ?? value }));
  const found = page(
    rows,
    query.limit,
    (row) => ({ ...line(row), narrowed: filters(row) }),
    (row) => cursorOf(row.started_at, row.id),
  );
  const lists = [...LISTS.map(({ key }) => key), ...Object.keys(OTHERS)];
  return { ...found, lists: lists.map((key) => ({ key, name: nameOf(key) })) };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is called what, among values that are ids: whoever reads knows no ids. */
async function namesOf({ tx }: Context, values: readonly string[]): Promise<Map<string, string | Words>> {
  const ids = [...new Set(values.filter((value) => ID.test(value)))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string | Words }>`
    select id, to_jsonb(name) as name from person where id = any(${ids}::uuid[])
    union all select id, name from department where id = any(${ids}::uuid[])
    union all select id, name from post where id = any(${ids}::uuid[])
    union all select id, to_jsonb(name) from centre where id = any(${ids}::uuid[])
    union all select id, to_jsonb(code) from place where id = any(${ids}::uuid[])
    union all select id, to_jsonb(name) from customer where id = any(${ids}::uuid[])
    union all select id, to_jsonb(number) from ticket where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, typeof name === 'object' ? name : String(name)]));
}

/** How far one's own has come. */
export async function takenOut(context: Context, id: string): Promise<z.input<typeof takenOutPageOut>> {
  const own = [sql`id = ${id}`, sql`person_id = ${context.actor.personId}`];
  const { rows } = await rowsWhere(own, 1).execute(context.tx);
  if (!rows[0]) throw new NotFound('list.taking_out_unknown');
  return (await lineOf(context))(rows[0]);
}
