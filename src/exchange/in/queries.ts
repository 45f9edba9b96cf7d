import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, holds } from '../../organisation/can.ts';
import { named, personNames } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { cursorOf, page, readCursor, readMomentAndId } from '../../platform/http/cursor.ts';
import type { Tx } from '../../platform/tx.ts';
import type { Import } from '../commands/work-on-import.ts';
import type { ListImportRowTable } from '../table.ts';
import { whyNotPreview, whyNotRun, whyNotStop, whyNotUndo } from './import.ts';
import type {
  importOut,
  importPageOut,
  ImportRowsQuery,
  importRowsOut,
  ImportsQuery,
  importsOut,
  listsInOut,
} from './inputs.ts';
import { listIn, LISTS_IN } from './lists-in.ts';
import { mayHandle } from './may-handle.ts';

const SAMPLE = 3;

export function listsInFor(context: Context): z.input<typeof listsInOut> {
  return {
    items: LISTS_IN.filter(({ right }) => holds(context.actor, right)).map(({ key, name, fields }) => ({
      key,
      name,
      fields: fields.map((field) => ({ key: field.key, name: field.name, required: field.required ?? false })),
    })),
  };
}

async function lineOf(context: Context): Promise<(row: Import) => z.input<typeof importOut>> {
  const names = await personNames(context);
  return (row) => ({
    id: row.id,
    list: row.list,
    name: listIn(row.list).name,
    fileName: row.file_name,
    person: named(names, row.person_id),
    state: row.state,
    rows: row.rows,
    done: row.done,
    madeAt: row.made_at,
    endedAt: row.ended_at,
  });
}

/** One's own files, the newest first; all of them for whoever manages what goes in and out. */
export async function listImports(context: Context, query: ImportsQuery): Promise<z.input<typeof importsOut>> {
  const after = readMomentAndId(query.after);
  const all = holds(context.actor, 'exchange.manage');
  const { rows } = await sql<Import>`
    select * from list_import where ${query.list ? sql`list = ${query.list}` : sql`true`}
      and ${all ? sql`true` : sql`person_id = ${context.actor.personId}`}
      and ${after ? sql`(made_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by made_at desc, id desc limit ${query.limit + 1}`.execute(context.tx);
  return page(rows, query.limit, await lineOf(context), (row) => cursorOf(row.made_at, row.id));
}

async function importById(context: Context, id: Id<'import'>): Promise<Import> {
  const row = await context.tx.selectFrom('list_import').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !mayHandle(context.actor, row.person_id)) throw new NotFound('import.unknown');
  return row;
}

export async function readImport(context: Context, id: Id<'import'>): Promise<z.input<typeof importPageOut>> {
  const row = await importById(context, id);
  const sample = await context.tx
    .selectFrom('list_import_row')
    .select('cells')
    .where('import_id', '=', id)
    .orderBy('line')
    .limit(SAMPLE)
    .execute();
  const standing = { state: row.state, forgotten: row.forgotten_at !== null };
  const right = can(context.actor, listIn(row.list).right, {});
  return {
    ...(await lineOf(context))(row),
    headers: row.headers,
    mapping: row.mapping,
    sample: sample.map(({ cells }) => cells),
    counts: await countsOf(context.tx, id),
    forgotten: standing.forgotten,
    can: {
      preview: right ?? whyNotPreview(standing),
      run: right ?? whyNotRun(standing),
      undo: right ?? whyNotUndo(standing),
      stop: right ?? whyNotStop(standing),
    },
  };
}

type Counts = z.input<typeof importPageOut>['counts'];

/** By an index of just these: a hundred thousand rows take some ten milliseconds. */
async function countsOf(tx: Tx, id: Id<'import'>): Promise<Counts> {
  const { rows } = await sql<{ result: string | null; undone: string | null; n: number }>`
    select result, undone, count(*)::int as n from list_import_row where import_id = ${id} group by result, undone`.execute(
    tx,
  );
  const sum = (fits: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(fits).reduce((total, { n }) => total + n, 0);
  return {
    new: sum(({ result }) => result === 'new'),
    changed: sum(({ result }) => result === 'changed'),
    same: sum(({ result }) => result === 'same'),
    refused: sum(({ result }) => result === 'refused'),
    undone: sum(({ undone }) => undone === 'undone'),
    kept: sum(({ undone }) => undone === 'kept'),
  };
}

type Line = Pick<ListImportRowTable, 'line' | 'result' | 'subject_id' | 'undone'> & {
  cells: string[];
  why: z.input<typeof importRowsOut>['items'][number]['why'] | null;
  former: Record<string, string> | null;
};

/** Rows of a file with what came of each, in the file's order. */
export async function importRows(
  context: Context,
  id: Id<'import'>,
  query: ImportRowsQuery,
): Promise<z.input<typeof importRowsOut>> {
  await importById(context, id);
  const after = Number(readCursor(query.after, 1)?.[0] ?? 0);
  const { result } = query;
  const wanted = result === 'kept' ? sql`undone = 'kept'` : result ? sql`result = ${result}` : sql`true`;
  const { rows } = await sql<Line>`
    select line, cells, result, why, former, subject_id, undone from list_import_row
    where import_id = ${id} and line > ${Number.isSafeInteger(after) ? after : 0} and ${wanted}
    order by line limit ${query.limit + 1}`.execute(context.tx);
  return page(
    rows,
    query.limit,
    ({ subject_id, why, former, ...row }) => ({ ...row, why: why ?? [], former: former ?? {}, subjectId: subject_id }),
    (row) => cursorOf(row.line),
  );
}

/** How many rows of a run, or of a taking back, are behind it. */
export async function rowsLookedAt(tx: Tx, id: Id<'import'>): Promise<number> {
  const { new: added, changed, same, refused } = await countsOf(tx, id);
  return added + changed + same + refused;
}

export async function rowsUndone(tx: Tx, id: Id<'import'>): Promise<number> {
  const { undone, kept } = await countsOf(tx, id);
  return undone + kept;
}
