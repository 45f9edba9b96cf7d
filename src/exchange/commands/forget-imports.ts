import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import type { Tx } from '../../platform/tx.ts';

/** For so long a file's rows are kept, and with them the way back. */
export const ROWS_KEPT = 30 * DAY;

/** Empties imports that have been kept long enough, a batch of rows at a time; says how many rows went. */
export async function forgetOldImports(tx: Tx, now: Instant, batch: number): Promise<number> {
  const gone = await sql`delete from list_import_row where (import_id, line) in (
    select r.import_id, r.line from list_import i join list_import_row r on r.import_id = i.id
    where i.made_at < ${plus(now, -ROWS_KEPT)} and i.forgotten_at is null
      and i.state not in ('previewing', 'running', 'undoing') limit ${batch})`.execute(tx);
  const rows = Number(gone.numAffectedRows ?? 0);
  if (rows < batch)
    await sql`update list_import set forgotten_at = ${now} where made_at < ${plus(now, -ROWS_KEPT)} and forgotten_at is null
      and state not in ('previewing', 'running', 'undoing')`.execute(tx);
  return rows;
}

/**
 * Whoever is erased is erased from the files he and his tickets came with: what they said of him, what they changed, and what
 * he is called in the system they came from. Undoing those rows finds them changed since, and keeps them.
 */
export async function forgetInImports({ tx }: { tx: Tx }, customerId: string): Promise<void> {
  await sql`update list_import_row set cells = '[]', former = null, why = null, before = null
    where subject_id = ${customerId} or subject_id in (select id from ticket where customer_id = ${customerId})`.execute(
    tx,
  );
  await sql`delete from external_id where subject_id = ${customerId}`.execute(tx);
}
