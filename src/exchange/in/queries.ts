import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, holds } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { cursorOf, page, readCursor } from '../../platform/http/cursor.ts';
import type { Tx } from '../../platform/tx.ts';
import type { Import } from '../commands/work-on-import.ts';
import type { ListImportRowTable } from '../table.ts';
import { whyNotPreview, whyNotRun, whyNotStop, whyNotUndo } from './import.ts';
import type { importPageOut, ImportRowsQuery, importRowsOut, listsInOut } from './inputs.ts';
import { countsOf, linesOf } from './imports.ts';
import { LISTS_IN_BY_RIGHT } from './keys.ts';
import { LISTS_IN } from './lists-in.ts';
import { mayHandle } from './may-handle.ts';

const SAMPLE = 3;

export function listsInFor(context: Context): z.input<typeof listsInOut> {
  return {
    items: LISTS_IN.filter(({ key }) => holds(context.actor, LISTS_IN_BY_RIGHT[key])).map(
      ({ key, name, about, fields }) => ({
        key,
        name,
        about: about ?? null,
        fields: fields.map((field) => ({ key: field.key, name: field.name, required: field.required ?? false })),
      }),
    ),
  };
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
  const right = can(context.actor, LISTS_IN_BY_RIGHT[row.list], {});
  return {
    ...(await linesOf(context, [row]))[0]!,
    headers: row.headers,
    mapping: row.mapping,
    sample: sample.map(({ cells }) => cells),
    forgotten: standing.forgotten,
    can: {
      preview: right ?? whyNotPreview(standing),
      run: right ?? whyNotRun(standing),
      undo: right ?? whyNotUndo(standing),
      stop: right ?? whyNotStop(standing),
    },
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
