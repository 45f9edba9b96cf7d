import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, instantOf, plus } from '../../kernel/time.ts';
import type { Span } from '../../rota/rota.ts';
import { centres } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { dueBeside, OWED_AS, REPORTED, SEEN_BEFORE, THERE_LADDER, thereBy } from '../attendance.ts';
import type { Shift } from '../facts.ts';

/**
 * What of a person's shifts is due beside leave and absence, anew: after either has changed, and when he is planned. A shift whose
 * month is reviewed stays as it was.
 */
export async function reckonShifts(context: Context, personId: Id<'person'>, since: Instant): Promise<void> {
  const shifts = await context.tx
    .selectFrom('shift')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('until_at', '>', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attendance_month as m')
            .select('m.id')
            .whereRef('m.centre_id', '=', 'shift.centre_id')
            .whereRef('m.begins', '<=', 'shift.day')
            .whereRef('m.ends', '>', 'shift.day')
            .where('m.reviewed_at', 'is not', null),
        ),
      ),
    )
    .orderBy('from_at')
    .forNoKeyUpdate()
    .execute();
  const away = await awayOf(context, personId, since);
  for (const shift of shifts) await reckonOne(context, shift, away);
}

type Away = Span & { as: string };

/** Leave that was approved, and every absence that became of none. */
async function awayOf({ tx }: Context, personId: Id<'person'>, since: Instant): Promise<Away[]> {
  const leaves = await tx
    .selectFrom('leave_request')
    .leftJoin('absence', 'absence.id', 'leave_request.absence_id')
    .select(['kind', 'leave_request.from_at', 'leave_request.until_at', 'absence.ended_at', 'absence.id as absenceId'])
    .where('leave_request.person_id', '=', personId)
    .where('leave_request.state', '=', 'approved')
    .where('leave_request.until_at', '>', since)
    .execute();
  const absences = await tx
    .selectFrom('absence')
    .select(['id', 'from_at', 'until_at', 'ended_at'])
    .where('person_id', '=', personId)
    .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', since)]))
    .execute();
  const known = new Set(leaves.map(({ absenceId }) => absenceId));
  const spanOf = (from: Instant, until: Instant | null, ended: Instant | null): Span => ({
    from: epochOf(from),
    until: Math.min(until ? epochOf(until) : Infinity, ended ? epochOf(ended) : Infinity),
  });
  return [
    ...leaves.map((one) => ({ ...spanOf(one.from_at, one.until_at, one.ended_at), as: one.kind })),
    ...absences
      .filter(({ id }) => !known.has(id))
      .map((one) => ({ ...spanOf(one.from_at, one.until_at, one.ended_at), as: REPORTED })),
  ].filter(({ from, until }) => from < until);
}

async function reckonOne(context: Context, shift: Shift, away: readonly Away[]): Promise<void> {
  const due = dueBeside(shift, away);
  const [from, until] = 'from' in due ? [instantOf(due.from), instantOf(due.until)] : [null, null];
  if (from === shift.due_from && until === shift.due_until && due.as === shift.away_as) return;
  const set = { due_from: from, due_until: until, away_minutes: due.awayMinutes, away_as: due.as };
  await context.tx.updateTable('shift').set(set).where('id', '=', shift.id).execute();
  context.signals.changed.set(shift.id, 'shift');
  if (shift.published_at === null || shift.in_at !== null) return;
  await cancelCommitments(context, { subjectId: shift.id, kinds: [OWED_AS.there], reason: 'away' });
  await oweBeingThere(context, [{ ...shift, ...set }]);
}

/** He is to be there before his shift begins; told him when it is missed, and whoever stands over him (WFRC-03). */
export async function oweBeingThere(context: Context, shifts: readonly Shift[]): Promise<void> {
  const known = await centres(context);
  const owed = shifts.flatMap((shift) => {
    const by = thereBy(shift);
    if (by === null || by <= context.now) return [];
    return [
      {
        kind: OWED_AS.there,
        subject: { type: 'shift' as const, id: shift.id },
        ticketId: null,
        ownerId: shift.person_id,
        departmentId: shift.department_id,
        centreId: shift.centre_id,
        calendarId: known.get(shift.centre_id)!.reception_calendar_id,
        limit: { dueAt: by, ladder: THERE_LADDER },
        startedAt: plus(by, -SEEN_BEFORE),
      },
    ];
  });
  await startCommitments(context, owed);
}
