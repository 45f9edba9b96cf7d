import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { soonest } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import { insertOf, namesOf } from '../platform/held-rows.ts';
import { insertLater, waitingRowsOf } from '../platform/tx.ts';
import type { Commitment } from './commitment.ts';

/** Every column a command may change; the others say what was promised, and stay. */
const CHANGING = `owner_id uuid, post_id uuid, department_id uuid, kind text, calendar_id uuid, calendar_version integer,
  allowance text, basis text, rule_version integer, due_at timestamptz, state text, settled_at timestamptz, outcome text, ladder jsonb,
  climbed smallint, again smallint, again_at timestamptz, acknowledged_at timestamptz, acknowledged_by_id uuid,
  next_fire_at timestamptz, set_aside_at timestamptz, set_aside_because text, corrected_at timestamptz,
  corrected_by_id uuid, corrected_because text`;
const SET = namesOf(CHANGING)
  .map((column) => `${column} = n.${column}`)
  .join(', ');

/** And those that say what was promised. */
const COLUMNS = `id uuid, subject_type text, subject_id uuid, ticket_id uuid, words text, centre_id uuid, started_at timestamptz, ${CHANGING}`;
const inserting = insertOf('commitment', COLUMNS);

/** Writes new rows and wakes the timer for the first of them that fires. */
export async function insertCommitments(context: Context, rows: readonly Commitment[]): Promise<void> {
  await insertLater(context.tx, 'commitment', rows, inserting);
  for (const row of rows) context.signals.fireAt = soonest(context.signals.fireAt, row.next_fire_at);
}

/** Writes locked rows back as they now are, all in one statement, and wakes the timer for the next that fires. */
export async function saveCommitments(context: Context, rows: readonly Commitment[]): Promise<void> {
  const written = rows.filter((row) => !replaceWaiting(context.tx, row));
  for (const row of rows) context.signals.fireAt = soonest(context.signals.fireAt, row.next_fire_at);
  if (written.length === 0) return;
  await sql`
    update commitment c set ${sql.raw(SET)}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as n(id uuid, ${sql.raw(CHANGING)})
    where c.id = n.id`.execute(context.tx);
}

/** A row that has not been written yet only has to be written as it now is. */
function replaceWaiting(tx: Tx, row: Commitment): boolean {
  const waiting = waitingRowsOf<Commitment>(tx, 'commitment', row.subject_id);
  const at = waiting?.findIndex((other) => other.id === row.id) ?? -1;
  if (at >= 0) waiting![at] = row;
  return at >= 0;
}

/** Ends the open pauses of these rows at the moments given. */
export async function endPauses(
  tx: Tx,
  ends: readonly { commitment_id: Id<'commitment'>; no: number; until_at: Instant }[],
): Promise<void> {
  if (ends.length === 0) return;
  await sql`
    update commitment_pause p set until_at = n.until_at
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as n(commitment_id uuid, no smallint, until_at timestamptz)
    where p.commitment_id = n.commitment_id and p.no = n.no`.execute(tx);
}
