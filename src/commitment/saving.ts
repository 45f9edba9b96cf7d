import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { soonest } from '../platform/context.ts';
import type { Tx } from '../platform/tx.ts';
import type { Commitment } from './commitment.ts';

/** Every column a command may change; the others say what was promised, and stay. */
const CHANGING = `owner_id uuid, post_id uuid, department_id uuid, kind text, calendar_id uuid, calendar_version integer,
  allowance text, basis text, rule_version integer, due_at timestamptz, state text, settled_at timestamptz, outcome text, ladder jsonb,
  climbed smallint, again smallint, again_at timestamptz, acknowledged_at timestamptz, acknowledged_by_id uuid,
  next_fire_at timestamptz, set_aside_at timestamptz, set_aside_because text, corrected_at timestamptz,
  corrected_by_id uuid, corrected_because text`;
const CHANGED = CHANGING.split(',').map((column) => column.trim().split(/\s+/)[0]!);
const SET = CHANGED.map((column) => `${column} = n.${column}`).join(', ');

/** Writes locked rows back as they now are, all in one statement, and wakes the timer for the next that fires. */
export async function saveCommitments(context: Context, rows: readonly Commitment[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update commitment c set ${sql.raw(SET)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, ${sql.raw(CHANGING)})
    where c.id = n.id`.execute(context.tx);
  for (const row of rows) context.signals.fireAt = soonest(context.signals.fireAt, row.next_fire_at);
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
