import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf } from '../kernel/time.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import type { Calendar } from '../organisation/calendars.ts';
import { calendarsOf } from '../organisation/calendars.ts';
import type { Tx } from '../platform/tx.ts';
import { waitingRowsOf } from '../platform/tx.ts';
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
  departmentId?: Id<'department'> | undefined;
  centreId?: Id<'centre'> | undefined;
  /** Those of tickets of this kind. */
  ticketKind?: string | undefined;
};

function openOnes(tx: Tx, which: Which) {
  const { ids, ticketId, subjectId, kinds, ownerId, departmentId, centreId, ticketKind } = which;
  const narrowed = ids ?? ticketId ?? subjectId ?? ownerId ?? departmentId ?? centreId ?? ticketKind;
  if (narrowed === undefined) throw new Error('which commitments?');
  let query = tx.selectFrom('commitment').selectAll().where('settled_at', 'is', null);
  if (ids) query = query.where('id', 'in', ids);
  if (ticketId) query = query.where('ticket_id', '=', ticketId);
  if (subjectId) query = query.where('subject_id', '=', subjectId);
  if (kinds) query = query.where('kind', 'in', kinds);
  if (ownerId) query = query.where('owner_id', '=', ownerId);
  if (departmentId) query = query.where('department_id', '=', departmentId);
  if (centreId) query = query.where('centre_id', '=', centreId);
  if (ticketKind)
    query = query.where('ticket_id', 'in', tx.selectFrom('ticket').select('id').where('kind', '=', ticketKind));
  return query.orderBy('id');
}

function isEmpty({ ids, kinds }: Which): boolean {
  return ids?.length === 0 || kinds?.length === 0;
}

/** The open commitments meant. */
export async function findOpen(tx: Tx, which: Which): Promise<Commitment[]> {
  return isEmpty(which) ? [] : openOnes(tx, which).execute();
}

/** Whether there is any of them. */
export async function isAnyOpen(tx: Tx, which: Which): Promise<boolean> {
  return (await findOpen(tx, which)).length > 0;
}

/**
 * The open commitments meant, locked in the order of their ids so that two commands never wait for each other. `no key`, for nobody changes an id:
 * rows that refer to them may be written meanwhile.
 */
export async function lockOpen(tx: Tx, which: Which): Promise<Commitment[]> {
  if (isEmpty(which)) return [];
  return openWaiting(tx, which) ?? openOnes(tx, which).forNoKeyUpdate().execute();
}

/** The same where their subject was opened in this very transaction and none of them is written yet; null otherwise. */
function openWaiting(tx: Tx, { subjectId, kinds, ...further }: Which): Commitment[] | null {
  if (subjectId === undefined || Object.values(further).some((value) => value !== undefined)) return null;
  const waiting = waitingRowsOf<Commitment>(tx, 'commitment', subjectId);
  return (
    waiting?.filter(
      (row) => row.subject_id === subjectId && row.settled_at === null && (kinds?.includes(row.kind) ?? true),
    ) ?? null
  );
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

/** The pause that has not ended, if there is one. */
export function openPause(pauses: readonly Pause[] | undefined): Pause | undefined {
  return pauses?.find((pause) => pause.until_at === null);
}
