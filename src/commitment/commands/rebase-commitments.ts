import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { epochOf, instantOf } from '../../kernel/time.ts';
import type { Calendar } from '../../organisation/calendars.ts';
import { currentCalendar } from '../../organisation/calendars.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/tx.ts';
import type { NewEvent } from '../../platform/journal.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment, Pause } from '../commitment.ts';
import { dueOf, endedPauses } from '../deadline.ts';
import type { PlacedRung } from '../ladder.ts';
import { nextMoment, rungsFor } from '../ladder.ts';
import type { Limit } from '../rule.ts';
import type { Which } from '../rows.ts';
import { findOpen, lockOpen, pausesOf } from '../rows.ts';
import type { RunningEffect } from '../running-effect.ts';
import { effectOf } from '../running-effect.ts';
import { saveCommitments } from '../saving.ts';
import { rungsBefore, toldInError } from '../told-in-error.ts';

export type Rebase = Which & {
  limit: Pick<Limit, 'allowance' | 'ladder'>;
  calendarId: Id<'calendar'>;
  ruleVersion?: number | undefined;
};

/**
 * Another limit counts now (the repair is a leak, the leak a complaint; an administrator changed it), from the *original* start, pauses included. What the former
 * ladder already said is not said again; what it said of a deadline that now lies ahead is withdrawn
 * (`commitment.told_in_error`); what the new one ought to have said by now, it says at once.
 */
export async function rebaseCommitments(context: Context, rebase: Rebase): Promise<Commitment[]> {
  const { limit, calendarId, ruleVersion, ...which } = rebase;
  const open = await lockOpen(context.tx, which);
  if (open.length === 0) return [];
  const ids = open.map((row) => row.id);
  const [calendar, pauses] = [await currentCalendar(context.tx, calendarId), await pausesOf(context.tx, ids)];
  const events: NewEvent[] = [];
  const rebased = open.map((row) => {
    const next = rebasedRow(row, pauses.get(row.id) ?? [], limit, calendar, context.now);
    if (ruleVersion !== undefined) next.rule_version = ruleVersion;
    events.push({
      subject: { type: 'commitment', id: row.id },
      type: 'commitment.rebased',
      ticketId: row.ticket_id,
      data: { kind: row.kind, from: row.due_at, dueAt: next.due_at },
    });
    const wasLate = next.due_at > context.now ? rungsBefore(row.due_at, row.ladder) : row.climbed;
    events.push(...toldInError(row, wasLate, row.climbed, 'limit_changed'));
    return next;
  });
  await saveCommitments(context, rebased);
  await record(context, ...events);
  return rebased;
}

/** What a rebase would do to promises that run: only those whose deadline moves. Changes nothing. */
export async function previewRebase(tx: Tx, now: Instant, rebase: Rebase): Promise<RunningEffect[]> {
  const { limit, calendarId, ruleVersion: _, ...which } = rebase;
  const open = await findOpen(tx, which);
  if (open.length === 0) return [];
  const ids = open.map((row) => row.id);
  const [calendar, pauses] = [await currentCalendar(tx, calendarId), await pausesOf(tx, ids)];
  const effects = open.map((row) =>
    effectOf(row, rebasedRow(row, pauses.get(row.id) ?? [], limit, calendar, now), now),
  );
  return effects.filter(({ from, to }) => from !== to);
}

function rebasedRow(
  row: Commitment,
  pauses: readonly Pause[],
  limit: Rebase['limit'],
  calendar: Calendar,
  now: Instant,
): Commitment {
  const startedAt = epochOf(row.started_at);
  return calendar.counting([startedAt, epochOf(now)], (compiled) => {
    const reckoning = {
      startedAt,
      allowance: limit.allowance.text,
      basis: limit.allowance.basis,
      promisedFor: null,
      calendar: compiled,
      pauses: endedPauses(pauses),
    };
    const ladder = rungsFor(limit.ladder, reckoning).map((rung) => alreadyTold(rung, row, now));
    const standing = { ladder, climbed: 0, again: 0, again_at: null };
    return {
      ...row,
      ...standing,
      acknowledged_at: null,
      acknowledged_by_id: null,
      calendar_id: calendar.id,
      calendar_version: calendar.version,
      allowance: limit.allowance.text,
      basis: limit.allowance.basis,
      due_at: instantOf(dueOf(reckoning)),
      next_fire_at: row.state === 'paused' ? row.next_fire_at : nextMoment(standing),
      set_aside_at: null,
      set_aside_because: null,
    };
  });
}

/** A due rung of the new ladder that does what a climbed one of the former did, to the same, need not speak again. */
function alreadyTold(rung: PlacedRung, row: Commitment, now: Instant): PlacedRung {
  const said = row.ladder.slice(0, row.climbed).some((former) => former.do === rung.do && former.to === rung.to);
  return said && rung.at <= now ? { ...rung, told: true } : rung;
}
