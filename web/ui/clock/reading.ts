import type { ClockView } from '../../server/contract.ts';
import { ms } from '../time.ts';

/** Shape and colour of a clock: running, in its last fifth, late, paused, waiting for somebody to accept, or over. */
export type Tone = 'run' | 'soon' | 'late' | 'paused' | 'wait' | 'kept' | 'missed' | 'off';

export type Reading = {
  tone: Tone;
  /** Milliseconds left in the clock's own basis; 0 where it is late or over. */
  left: number;
  /** Milliseconds since the deadline, by the wall clock. */
  late: number;
  /** What is left of the allowance, 1 to 0: the bar. */
  share: number;
  /** It counts at this moment: not outside working hours, not paused. */
  counting: boolean;
  /** The server said that something changes at a moment that has come: it has to be asked again. */
  outdated: boolean;
};

/** The last fifth of an allowance is amber. */
const lastPart = 0.2;

/** What is owed here is that somebody accepts: blue. */
const acceptances = new Set(['accept_handover', 'work_accept', 'accept_notice']);

/** What a clock shows at `now`, counted on from what the server knew at `asOf`. Pure, so that it can tick without the server. */
export function read(clock: ClockView, now: number): Reading {
  if (clock.state !== 'running' && clock.state !== 'paused') return over(clock);
  const late = lateness(clock, now);
  const left = late > 0 ? 0 : leftAt(clock, now);
  const share = late > 0 ? 0 : shareOf(clock, left);
  const change = clock.remaining.nextChangeAt;
  return {
    tone: toneOf(clock, late, share),
    left,
    late,
    share,
    counting: clock.state !== 'paused' && clock.remaining.runningNow,
    outdated: change !== null && now >= ms(change),
  };
}

function over(clock: ClockView): Reading {
  const tone = clock.state === 'kept' ? 'kept' : clock.state === 'late' ? 'missed' : 'off';
  return { tone, left: 0, late: 0, share: 0, counting: false, outdated: false };
}

function lateness(clock: ClockView, now: number): number {
  if (clock.lateSince) return Math.max(1, now - ms(clock.lateSince));
  if (clock.state === 'paused') return 0;
  return Math.max(0, now - ms(clock.dueAt));
}

function leftAt(clock: ClockView, now: number): number {
  const { remaining } = clock;
  if (clock.state === 'paused' || !remaining.runningNow) return Math.max(0, remaining.ms);
  const until = remaining.nextChangeAt === null ? now : Math.min(now, ms(remaining.nextChangeAt));
  return Math.max(0, remaining.ms - Math.max(0, until - ms(remaining.asOf)));
}

function shareOf(clock: ClockView, left: number): number {
  return Math.min(1, Math.max(0, left / Math.max(1, clock.remaining.whole)));
}

function toneOf(clock: ClockView, late: number, share: number): Tone {
  if (late > 0) return 'late';
  if (clock.state === 'paused') return 'paused';
  if (acceptances.has(clock.kind)) return 'wait';
  return share <= lastPart ? 'soon' : 'run';
}
