import type { Instant } from '../../../src/kernel/time.ts';
import type { ClockView, ExplanationStep } from '../../contract.ts';
import { dayOf, lengthWords, ms, spoken, timeOfDay, weekdayAndTime } from '../time.ts';
import { t } from '../../words/words.ts';
import type { Reading } from './reading.ts';

/** What a clock says in full: the strip's main words. */
export function clockWords(clock: ClockView, reading: Reading): string {
  const time = lengthWords(reading.tone === 'late' ? reading.late : reading.left, reading.tone === 'late' ? 'clock' : clock.remaining.basis);
  if (reading.tone === 'kept') return t('clock.kept');
  if (reading.tone === 'missed') return t('clock.missed');
  if (reading.tone === 'off') return t('clock.cancelled');
  if (reading.tone === 'late') return t('clock.late_by', { time });
  const left = clock.remaining.basis === 'working' ? t('clock.left_working', { time }) : t('clock.left', { time });
  if (reading.tone === 'paused') return pausedWords(clock);
  if (reading.tone === 'wait') return t('clock.waiting_acceptance', { left });
  if (!reading.counting && clock.remaining.nextChangeAt) return t('clock.stands_until', { left, at: spoken(clock.remaining.nextChangeAt) });
  return left;
}

function pausedWords(clock: ClockView): string {
  const left = lengthWords(clock.remaining.ms, clock.remaining.basis);
  const why = clock.pausedBecause;
  if (why && clock.pausedBy) return t('clock.paused_by_because', { who: clock.pausedBy, why, left });
  if (why) return t('clock.paused_because', { why, left });
  return t('clock.paused', { left });
}

/** The short form for lists: `1 h 24 min`, `-35 min`, or the state where no time runs. */
export function shortWords(clock: ClockView, reading: Reading): string {
  if (reading.tone === 'late') return `−${lengthWords(reading.late)}`;
  if (reading.tone === 'kept') return t('clock.kept');
  if (reading.tone === 'missed') return t('clock.missed');
  if (reading.tone === 'off') return t('clock.cancelled');
  return lengthWords(reading.left, clock.remaining.basis);
}

/** What is said aloud when a clock changes its state. */
export function changeWords(clock: ClockView, reading: Reading): string {
  return t('clock.changed', { title: clock.title, words: clockWords(clock, reading) });
}

/** Who will be told next, and when. */
export function nextWords(clock: ClockView): string | null {
  return clock.next ? t('clock.next', { at: spoken(clock.next.at), whom: clock.next.whom, what: clock.next.what }) : null;
}

/** One step of the explanation as a sentence: `Sat 21 Nov 17:00 to Mon 23 Nov 08:30 does not count: closed`. */
export function stepWords(step: ExplanationStep, basis: 'working' | 'clock'): string {
  const why = step.name ?? step.why ?? step.reason ?? '';
  if (step.kind === 'start') return step.at ? withWhy(t('clock.step_start', { at: weekdayAndTime(step.at) }), why) : why;
  if (step.kind === 'due') return step.at ? withWhy(t('clock.step_due', { at: weekdayAndTime(step.at) }), why) : why;
  const span = step.from && step.to ? t('clock.span', { from: weekdayAndTime(step.from), to: spanEnd(step.from, step.to) }) : '';
  if (step.kind === 'counted') return t('clock.step_counted', { span, time: lengthWords(step.counted ?? 0, basis) });
  if (step.kind === 'paused') return withWhy(t('clock.step_paused', { span }), why);
  return withWhy(t('clock.step_outside', { span }), why);
}

function withWhy(sentence: string, why: string): string {
  return why ? t('clock.because', { sentence, why }) : sentence;
}

/** The end of a span needs its day only where it is another one. */
function spanEnd(from: Instant, to: Instant): string {
  return dayOf(ms(from)) === dayOf(ms(to)) ? timeOfDay(ms(to)) : weekdayAndTime(to);
}
