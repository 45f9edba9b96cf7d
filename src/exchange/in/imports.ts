import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { holds } from '../../organisation/can.ts';
import { named, personNames } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../../platform/http/cursor.ts';
import type { Tx } from '../../platform/tx.ts';
import type { Import } from '../commands/work-on-import.ts';
import type { Counts } from '../table.ts';
import { COUNTED } from './counted.ts';
import type { importOut, ImportsQuery, importsOut } from './inputs.ts';
import { listIn } from './lists-in.ts';

/** One's own files, the newest first; all of them for whoever manages what goes in and out. */
export async function listImports(context: Context, query: ImportsQuery): Promise<z.input<typeof importsOut>> {
  const { rows } = await sql<Import>`
    select * from list_import where ${sql.join(conditions(context, query), sql` and `)}
    order by made_at desc, id desc limit ${query.limit + 1}`.execute(context.tx);
  const found = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.made_at, row.id),
  );
  const all = holds(context.actor, 'exchange.manage');
  return { items: await linesOf(context, found.items), next: found.next, all };
}

function conditions({ actor }: Context, { list, person, from, until, after }: ImportsQuery): RawBuilder<unknown>[] {
  const last = readMomentAndId(after);
  return [
    holds(actor, 'exchange.manage') ? sql`true` : sql`person_id = ${actor.personId}`,
    ...(list ? [sql`list = ${list}`] : []),
    ...(person ? [sql`person_id = ${person}`] : []),
    ...(from ? [sql`made_at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`made_at < ${until}::timestamptz`] : []),
    ...(last ? [sql`(made_at, id) < (${last.at}::timestamptz, ${last.id}::uuid)`] : []),
  ];
}

/** What a list, and a page, says of files that came in. */
export async function linesOf(context: Context, rows: readonly Import[]): Promise<z.input<typeof importOut>[]> {
  const names = await personNames(context);
  const counted = await countsOfEach(
    context.tx,
    rows.filter(({ counts }) => counts === null).map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    list: row.list,
    name: listIn(row.list).name,
    fileName: row.file_name,
    person: named(names, row.person_id),
    state: row.state,
    rows: row.rows,
    done: row.done,
    counts: row.counts ?? counted.get(row.id) ?? NONE,
    madeAt: row.made_at,
    endedAt: row.ended_at,
  }));
}

const NONE: Counts = { new: 0, changed: 0, same: 0, refused: 0, undone: 0, kept: 0 };

/** By an index of just these: a hundred thousand rows take some ten milliseconds. */
async function countsOfEach(tx: Tx, ids: readonly Id<'import'>[]): Promise<Map<string, Counts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Counts & { import_id: string }>`
    select import_id, ${COUNTED} from list_import_row where import_id = any(${ids}::uuid[]) group by import_id`.execute(
    tx,
  );
  return new Map(rows.map(({ import_id, ...counts }) => [import_id, counts]));
}

export async function countsOf(tx: Tx, id: Id<'import'>): Promise<Counts> {
  return (await countsOfEach(tx, [id])).get(id) ?? NONE;
}
