import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { z } from 'zod';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { untranslated } from '../kernel/words.ts';
import { holds } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { listsOut, takenOutPageOut, takenOutsOut, takenOutsQuery } from './inputs.ts';
import { listByKey, LISTS } from './lists.ts';

/** The lists that the actor may read, and so take out. */
export function listsFor(context: Context): z.input<typeof listsOut> {
  const mine = LISTS.filter((list) => holds(context.actor, list.admits));
  return {
    items: mine.map(({ key, name, columns }) => ({
      key,
      name,
      columns: columns.map((column) => ({ key: column.key, name: column.name })),
    })),
  };
}

type Row = {
  id: string;
  list: string;
  format: 'csv' | 'xlsx';
  person_id: string;
  started_at: Instant;
  ended_at: Instant | null;
  rows: number;
  state: string;
};

function rowsWhere(wanted: RawBuilder<unknown>, limit: number): RawBuilder<Row> {
  return sql<Row>`select id, list, format, person_id, started_at, ended_at, rows, state from list_taken_out
    where ${wanted} order by started_at desc, id desc limit ${limit}`;
}

async function lineOf(context: Context): Promise<(row: Row) => z.input<typeof takenOutPageOut>> {
  const names = await personNames(context);
  return (row) => ({
    id: row.id,
    list: row.list,
    name: listByKey(row.list)?.name ?? untranslated(row.list),
    format: row.format,
    person: named(names, row.person_id),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    rows: row.rows,
    state: row.state,
  });
}

/** Who took which list out, the newest first. */
export async function takenOuts(
  context: Context,
  query: z.output<typeof takenOutsQuery>,
): Promise<z.input<typeof takenOutsOut>> {
  const after = readMomentAndId(query.after);
  const behind = after ? sql`(started_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`;
  const { rows } = await rowsWhere(behind, query.limit + 1).execute(context.tx);
  return page(rows, query.limit, await lineOf(context), (row) => cursorOf(row.started_at, row.id));
}

/** How far one's own has come. */
export async function takenOut(context: Context, id: string): Promise<z.input<typeof takenOutPageOut>> {
  const { rows } = await rowsWhere(sql`id = ${id} and person_id = ${context.actor.personId}`, 1).execute(context.tx);
  if (!rows[0]) throw new NotFound('list.taking_out_unknown');
  return (await lineOf(context))(rows[0]);
}
