import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf } from '../kernel/time.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import type { Calendar } from '../organisation/calendars.ts';
import { calendarsOf } from '../organisation/calendars.ts';
import type { Context } from '../platform/context.ts';
import { soonest } from '../platform/context.ts';
import type { Tx } from '../platform/db.ts';
import type { Commitment, Pause } from './commitment.ts';
import type { Reckoning } from './deadline.ts';
import { endedPauses } from './deadline.ts';

/** Which commitments a command is about; several conditions narrow one another. */
export type Which = {
  ids?: readonly Id<'commitment'>[] | undefined;
  ticketId?: Id<'ticket'> | undefined;
  subjectId?: string | undefined;
  kinds?: readonly string[] | undefined;
  ownerId?: Id<'person'> | undefined;
};

/**
 * The open commitments meant, locked in the order of their ids so that two commands never wait for each other. `no key`,
 * for nobody changes an id: rows that refer to them may be written meanwhile.
 */
export async function lockOpen(tx: Tx, which: Which): Promise<Commitment[]> {
  const narrowed = which.ids ?? which.ticketId ?? which.subjectId ?? which.ownerId;
  if (narrowed === undefined) throw new Error('lock which commitments?');
  if (which.ids?.length === 0 || which.kinds?.length === 0) return [];
  let query = tx.selectFrom('commitment').selectAll().where('settled_at', 'is', null);
  if (which.ids) query = query.where('id', 'in', which.ids);
  if (which.ticketId) query = query.where('ticket_id', '=', which.ticketId);
  if (which.subjectId) query = query.where('subject_id', '=', which.subjectId);
  if (which.kinds) query = query.where('kind', 'in', which.kinds);
  if (which.ownerId) query = query.where('owner_id', '=', which.ownerId);
  return query.orderBy('id').forNoKeyUpdate().execute();
}

/** One commitment, open or settled, locked. */
export async function lockCommitment(tx: Tx, id: Id<'commitment'>): Promise<Commitment | undefined> {
  return tx.selectFrom('commitment').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
}

/** Every pause of these commitments, in order, by commitment. */
export async function pausesOf(tx: Tx, ids: readonly Id<'commitment'>[]): Promise<Map<Id<'commitment'>, Pause[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('commitment_pause')
    .selectAll()
    .where('commitment_id', 'in', ids)
    .orderBy('commitment_id')
    .orderBy('no')
    .execute();
  return Map.groupBy(rows, (row) => row.commitment_id);
}

/** The calendar each of these counts by. */
export async function calendarsFor(
  tx: Tx,
  commitments: readonly Pick<Commitment, 'calendar_id' | 'calendar_version'>[],
): Promise<(commitment: Pick<Commitment, 'calendar_id' | 'calendar_version'>) => Calendar> {
  const wanted = commitments.map((one) => ({ id: one.calendar_id, version: one.calendar_version }));
  const calendars = await calendarsOf(tx, wanted);
  return ({ calendar_id, calendar_version }) => {
    const calendar = calendars.get(`${calendar_id} ${calendar_version}`);
    if (!calendar) throw new Error(`there is no version ${calendar_version} of calendar ${calendar_id}`);
    return calendar;
  };
}

/** What a row's deadline and rungs are reckoned from. */
export function reckoningOf(row: Commitment, pauses: readonly Pause[], calendar: CompiledCalendar): Reckoning {
  return {
    startedAt: epochOf(row.started_at),
    allowance: row.allowance,
    basis: row.basis,
    promisedFor: row.allowance === null ? epochOf(row.due_at) : null,
    calendar,
    pauses: endedPauses(pauses),
  };
}

/** The years a row's reckoning touches. */
export function yearsOf(row: Pick<Commitment, 'started_at' | 'due_at'>, now: Instant): number[] {
  return [epochOf(row.started_at), epochOf(row.due_at), epochOf(now)];
}

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

/** The pause that has not ended, if there is one. */
export function openPause(pauses: readonly Pause[] | undefined): Pause | undefined {
  return pauses?.find((pause) => pause.until_at === null);
}
