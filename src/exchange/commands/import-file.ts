import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { readSheet } from '../../platform/sheets/read-sheet.ts';
import { guessMapping, headerKey } from '../in/guess.ts';
import { LISTS_IN_BY_RIGHT } from '../in/keys.ts';
import type { ListIn } from '../in/list-in.ts';

const MOST_ROWS = 100_000;
const MOST_COLUMNS = 100;
/** What is longer is cut: no field takes as much. */
const LONGEST_CELL = 11_000;
const BATCH = 500;

export type NewImport = { id: Id<'import'>; name: string; bytes: Buffer };

/** Reads a file into rows that wait to be looked at; nothing of the list is touched. Its columns are guessed from their headers. */
export async function importFile(context: Context, list: ListIn, { id, name, bytes }: NewImport): Promise<void> {
  orForbid(can(context.actor, LISTS_IN_BY_RIGHT[list.key], {}));
  const rows = readSheet(bytes);
  const first = await rows.next();
  const headers = first.done ? [] : first.value.slice(0, MOST_COLUMNS);
  if (headers.every((header) => header === '')) throw new Invalid('import.no_headers', { path: 'file' });
  const remembered = await rememberedFor(context, list.key);
  const added = await context.tx
    .insertInto('list_import')
    .values({
      id,
      list: list.key,
      file_name: name,
      person_id: actingPerson(context),
      only_rights: null,
      headers: JSON.stringify(headers),
      mapping: JSON.stringify(guessMapping(list.fields, headers, remembered)),
      state: 'ready',
      rows: 0,
      made_at: context.now,
      started_at: null,
      ended_at: null,
      lease: null,
      leased_until: null,
      forgotten_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows) === 0) throw new Refused('import.there_already');
  const count = await stage(context, id, rows, headers.length);
  if (count === 0) throw new Invalid('import.file_empty', { path: 'file' });
  await context.tx.updateTable('list_import').set({ rows: count }).where('id', '=', id).execute();
  await record(context, {
    subject: { type: 'import', id },
    type: 'import.read',
    data: { list: list.key, rows: count },
  });
}

async function stage(
  context: Context,
  id: Id<'import'>,
  rows: AsyncGenerator<string[]>,
  columns: number,
): Promise<number> {
  let line = 1;
  let count = 0;
  let waiting: { line: number; cells: string[] }[] = [];
  const write = async (): Promise<void> => {
    if (waiting.length > 0)
      await sql`insert into list_import_row (import_id, line, cells)
        select ${id}, r.line, r.cells from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as r(line int, cells jsonb)`.execute(
        context.tx,
      );
    waiting = [];
  };
  for await (const row of rows) {
    line += 1;
    if (row.every((cell) => cell === '')) continue;
    count += 1;
    if (count > MOST_ROWS) throw new Invalid('import.too_many_rows', { path: 'file', most: MOST_ROWS });
    // PostgreSQL keeps no NUL
    waiting.push({
      line,
      cells: row.slice(0, columns).map((cell) => cell.slice(0, LONGEST_CELL).replaceAll('\0', '')),
    });
    if (waiting.length === BATCH) await write();
  }
  await write();
  return count;
}

const REMEMBERED_FILES = 20;

/** For each header the field it was last chosen for, the newest files first. */
async function rememberedFor({ tx }: Context, list: ListIn['key']): Promise<ReadonlyMap<string, string>> {
  const files = await tx
    .selectFrom('list_import')
    .select(['headers', 'mapping'])
    .where('list', '=', list)
    .where('state', '<>', 'ready')
    .orderBy('made_at', 'desc')
    .limit(REMEMBERED_FILES)
    .execute();
  const remembered = new Map<string, string>();
  for (const { headers, mapping } of files)
    for (const [field, column] of Object.entries(mapping)) {
      const key = headerKey(headers[column] ?? '');
      if (key !== '' && !remembered.has(key)) remembered.set(key, field);
    }
  return remembered;
}
