import type { Instant } from '../kernel/time.ts';
import { earlier, epochOf, instantOf, later } from '../kernel/time.ts';
import type { Calendar } from '../organisation/calendars.ts';
import type { Context } from '../platform/context.ts';
import type { Commitment, Pause } from './commitment.ts';
import { dueOf, heldUp } from './deadline.ts';
import { basisOfRung, climbedBy, nextMoment, placedAgain } from './ladder.ts';
import { calendarsFor, openPause, pausesOf, reckoningOf, yearsOf } from './rows.ts';
import { endPauses } from './saving.ts';

export type EndedPause = Pause & { until_at: Instant };

/** A pause ends when somebody says so, but never before it began nor after its own limit. */
export function endOf(pause: Pause, said: Instant): Instant {
  return earlier(later(pause.from_at, said), pause.limit_at);
}

/** A row as it goes on after `ended`, the last of its pauses: deadline and rungs later by what the pause took. */
export function goneOn(row: Commitment, pauses: readonly Pause[], ended: EndedPause, calendar: Calendar): Commitment {
  return calendar.counting(yearsOf(row, ended.until_at), (compiled) => {
    const reckoning = reckoningOf(row, pauses, compiled);
    const ladder = placedAgain(row.ladder, reckoning);
    const top = row.ladder[row.climbed - 1];
    const span = { from: epochOf(ended.from_at), to: epochOf(ended.until_at) };
    const again =
      row.again_at === null || !top
        ? null
        : instantOf(heldUp(epochOf(row.again_at), span, basisOfRung(top, row.basis), compiled));
    const climbed = climbedBy(ladder, row.climbed, ended.until_at);
    const standing = { ladder, climbed, again: row.again, again_at: again };
    const due_at = instantOf(dueOf(reckoning));
    return { ...row, ...standing, due_at, state: 'running' as const, next_fire_at: nextMoment(standing) };
  });
}

export type GoneOn = { commitment: Commitment; pause: EndedPause };

/**
 * Ends the open pauses of locked rows at the moment said, or at their limits, and reckons these rows anew. Writes the pauses; the
 * rows are the caller's to save.
 */
export async function endOpenPauses(
  context: Context,
  rows: readonly Commitment[],
  said: (row: Commitment) => Instant,
): Promise<GoneOn[]> {
  const paused = rows.filter((row) => row.state === 'paused');
  if (paused.length === 0) return [];
  const ids = paused.map((row) => row.id);
  const pauses = await pausesOf(context.tx, ids);
  const calendarFor = await calendarsFor(context.tx, paused);
  const gone = paused.map((row): GoneOn => {
    const all = pauses.get(row.id) ?? [];
    const open = openPause(all);
    if (!open) throw new Error(`commitment ${row.id} is paused without a pause`);
    const pause = { ...open, until_at: endOf(open, said(row)) };
    const ended = all.map((one) => (one === open ? pause : one));
    return { commitment: goneOn(row, ended, pause, calendarFor(row)), pause };
  });
  await endPauses(
    context.tx,
    gone.map(({ pause }) => pause),
  );
  return gone;
}

/** A paused promise that is settled stops being paused at that moment: what it waited for came, or no longer matters. */
export async function goingOn(context: Context, open: readonly Commitment[], at: Instant): Promise<Commitment[]> {
  const gone = await endOpenPauses(context, open, () => at);
  const byId = new Map(gone.map(({ commitment }) => [commitment.id, commitment]));
  return open.map((row) => byId.get(row.id) ?? row);
}
