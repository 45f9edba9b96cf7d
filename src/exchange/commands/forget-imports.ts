import { sql } from 'kysely';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { COUNTED } from '../in/counted.ts';
import type { Tx } from '../../platform/tx.ts';

/** For so long a file's rows are kept, and with them the way back. */
export const ROWS_KEPT = 30 * DAY;

const due = (now: Instant) => sql`made_at < ${plus(now, -ROWS_KEPT)} and forgotten_at is null
  and state not in ('previewing', 'running', 'undoing')`;

/** Empties imports that have been kept long enough, a batch of rows at a time; says how many rows went. What came of them stays, in numbers. */
export async function forgetOldImports(tx: Tx, now: Instant, batch: number): Promise<number> {
  await sql`update list_import i set counts = jsonb_build_object(
      'new', r.new, 'changed', r.changed, 'same', r.same, 'refused', r.refused, 'undone', r.undone, 'kept', r.kept)
    from (select import_id, ${COUNTED} from list_import_row where import_id in (
      select id from list_import where counts is null and ${due(now)}) group by import_id) r
    where r.import_id = i.id`.execute(tx);
  const gone = await sql`delete from list_import_row where (import_id, line) in (
    select r.import_id, r.line from list_import i join list_import_row r on r.import_id = i.id
    where i.id in (select id from list_import where ${due(now)}) limit ${batch})`.execute(tx);
  const rows = Number(gone.numAffectedRows ?? 0);
  if (rows < batch) await sql`update list_import set forgotten_at = ${now} where ${due(now)}`.execute(tx);
  return rows;
}

/**
 * Whoever is erased is erased from the files he, his tickets and his calls came with: what they said of him, what they changed, and
 * what he is called in the system they came from. Undoing those rows finds them changed since, and keeps them.
 */
export async function forgetInImports({ tx }: { tx: Tx }, customerId: string): Promise<void> {
  await sql`update list_import_row set cells = '[]', former = null, why = null, before = null
    where subject_id = ${customerId} or subject_id in (select id from ticket where customer_id = ${customerId}
      union all select id from contact where customer_id = ${customerId})`.execute(tx);
  await sql`delete from external_id where subject_id = ${customerId}`.execute(tx);
}
