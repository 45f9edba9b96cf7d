import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { MINUTE, plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Tx } from '../../platform/tx.ts';
import type { Moved } from '../in/list-in.ts';
import type { Outcome, Row } from '../in/take-row.ts';
import type { TakenRow, Undone } from '../in/undo-row.ts';
import type { ListImportState, ListImportTable } from '../table.ts';
import type { Selectable } from 'kysely';

export type Import = Selectable<ListImportTable>;
type ImportId = Id<'import'>;

/** How long others leave an import to whoever works on it; renewed with every batch. */
const LEASE = 2 * MINUTE;

/** The oldest import that waits for work and that nobody works on, taken on under a lease of one's own. */
export async function claimImport(tx: Tx, now: Instant, lease: string): Promise<Import | null> {
  const { rows } = await sql<Import>`
    update list_import set lease = ${lease}, leased_until = ${plus(now, LEASE)}
    where id = (select id from list_import where state in ('previewing', 'running', 'undoing')
      and (leased_until is null or leased_until < ${now}) order by made_at limit 1 for update skip locked)
    returning *`.execute(tx);
  return rows[0] ?? null;
}

/** How it stands: somebody asked for an end, or it is another's by now. Takes no lock, so that a stop need not wait for a batch. */
export async function standingOf(tx: Tx, one: Import): Promise<'mine' | 'stopped' | 'lost'> {
  const row = await tx
    .selectFrom('list_import')
    .select(['lease', 'stop_asked'])
    .where('id', '=', one.id)
    .executeTakeFirst();
  if (row?.lease !== one.lease) return 'lost';
  return row.stop_asked ? 'stopped' : 'mine';
}

/** Renews the lease as a batch ends, and says how far it has come. Throws where it is another's by now: the batch is his to do. */
export async function noteDone(tx: Tx, one: Import, now: Instant, done: number): Promise<void> {
  const row = await tx
    .updateTable('list_import')
    .set({ leased_until: plus(now, LEASE), done })
    .where('id', '=', one.id)
    .where('lease', '=', one.lease)
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new Error('another node works on it by now');
}

/** Gives it back undone: another node, or this one after its restart, goes on with it. */
export async function giveBack(tx: Tx, one: Import): Promise<void> {
  await tx
    .updateTable('list_import')
    .set({ lease: null, leased_until: null })
    .where('id', '=', one.id)
    .where('lease', '=', one.lease)
    .execute();
}

/** It has come to an end, of itself or by somebody's hand; nothing where it is another's by now, who ends it. */
export async function endWork(context: Context, one: Import, state: ListImportState): Promise<void> {
  const ended = await context.tx
    .updateTable('list_import')
    .set({ state, ended_at: context.now, stop_asked: false, lease: null, leased_until: null })
    .where('id', '=', one.id)
    .where('lease', '=', one.lease)
    .executeTakeFirst();
  if (Number(ended.numUpdatedRows) === 0) return;
  await record(context, { subject: { type: 'import', id: one.id }, type: `import.${state}`, data: { list: one.list } });
}

/** Rows after a line, in the file's order; of a run those only that were not taken yet. */
export async function nextRows(tx: Tx, id: ImportId, after: number, limit: number, untaken: boolean): Promise<Row[]> {
  let rows = tx
    .selectFrom('list_import_row')
    .select(['line', 'cells'])
    .where('import_id', '=', id)
    .where('line', '>', after);
  if (untaken) rows = rows.where('result', 'is', null);
  return rows.orderBy('line').limit(limit).execute();
}

/** Rows that were taken and not looked at again yet, the last first. */
export async function rowsToUndo(tx: Tx, id: ImportId, limit: number): Promise<TakenRow[]> {
  const { rows } = await sql<TakenRow>`
    select line, result, subject_id, version, before from list_import_row
    where import_id = ${id} and result in ('new', 'changed') and undone is null order by line desc limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** What came of rows. Nothing but that of a look, for what it wrote is gone. */
export async function keepOutcomes(tx: Tx, id: ImportId, outcomes: readonly Outcome[], looked: boolean): Promise<void> {
  const rows = outcomes.map(({ moved: _, ...rest }) =>
    looked ? { ...rest, subject: null, version: null, before: null } : rest,
  );
  await sql`
    update list_import_row r set result = o.result, why = o.why, former = o.former, subject_id = o.subject, version = o.version,
      before = o.before, undone = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as o(line int, result text, why jsonb, former jsonb, subject uuid, version int, before jsonb)
    where r.import_id = ${id} and r.line = o.line`.execute(tx);
  if (!looked)
    await moveOn(
      tx,
      id,
      outcomes.flatMap(({ moved }) => moved),
    );
}

export async function keepUndone(tx: Tx, id: ImportId, undone: readonly Undone[]): Promise<void> {
  await sql`
    update list_import_row r set undone = o.undone, why = o.why
    from jsonb_to_recordset(${JSON.stringify(undone)}::jsonb) as o(line int, undone text, why jsonb)
    where r.import_id = ${id} and r.line = o.line`.execute(tx);
}

/** Rows that stood on the version before stand on the one after: what this import itself does to its things is nothing that followed. */
export async function moveOn(tx: Tx, id: ImportId, moved: readonly Moved[]): Promise<void> {
  for (const { id: subject, from, to } of moved)
    if (from !== to)
      await tx
        .updateTable('list_import_row')
        .set({ version: to })
        .where('import_id', '=', id)
        .where('subject_id', '=', subject)
        .where('version', '=', from)
        .execute();
}
