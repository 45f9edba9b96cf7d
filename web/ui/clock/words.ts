import type { ClockView, ExplanationStep, Moment } from '../../server/contract.ts';
import { dayOf, lengthWords, MINUTE, ms, spoken, timeOfDay, weekdayAndTime } from '../time.ts';
import type { PlainKey } from '../../words/words.ts';
import { said, t } from '../../words/words.ts';
import type { Reading } from './reading.ts';

/** What a clock says in full: the strip's main words. */
export function clockWords(clock: ClockView, reading: Reading): string {
  const time = lengthWords(
    reading.tone === 'late' ? reading.late : reading.left,
    reading.tone === 'late' ? 'clock' : clock.remaining.basis,
  );
  if (reading.tone === 'kept') return t('clock.kept');
  if (reading.tone === 'missed') return t('clock.missed');
  if (reading.tone === 'off') return t('clock.cancelled');
  if (reading.tone === 'late') return t('clock.late_by', { time });
  const left = clock.remaining.basis === 'working' ? t('clock.left_working', { time }) : t('clock.left', { time });
  if (reading.tone === 'paused') return pausedWords(clock);
  if (reading.tone === 'wait') return t('clock.waiting_acceptance', { left });
  if (!reading.counting && clock.remaining.nextChangeAt)
    return t('clock.stands_until', { left, at: spoken(clock.remaining.nextChangeAt) });
  return left;
}

function pausedWords(clock: ClockView): string {
  const left = lengthWords(clock.remaining.ms, clock.remaining.basis);
  const why = clock.pausedFor && said(clock.pausedFor);
  if (why && clock.pausedBy) return t('clock.paused_by_because', { who: clock.pausedBy, why, left });
  if (why) return t('clock.paused_because', { why, left });
  return t('clock.paused', { left });
}

/** The short form for lists: `1 h 24 min`, `-35 min`, or the state where no time runs. */
export function shortWords(clock: ClockView, reading: Reading): string {
  if (reading.tone === 'late') return reading.late < MINUTE ? t('clock.just_late') : `−${lengthWords(reading.late)}`;
  if (reading.tone === 'kept') return t('clock.kept');
  if (reading.tone === 'missed') return t('clock.missed');
  if (reading.tone === 'off') return t('clock.cancelled');
  return lengthWords(reading.left, clock.remaining.basis);
}

/** What is said aloud when a clock changes its state. */
export function changeWords(clock: ClockView, reading: Reading): string {
  return t('clock.changed', { title: whatIsOwed(clock), words: clockWords(clock, reading) });
}

/** What was promised, in the words of the promise or else of its kind. */
export function whatIsOwed(clock: ClockView): string {
  return clock.title ?? said(clock.name);
}

const whom: Readonly<Record<string, PlainKey>> = {
  owner: 'clock.whom_owner',
  front_desk: 'clock.whom_front_desk',
  department_head: 'clock.whom_department_head',
  supervisor: 'clock.whom_supervisor',
  centre_manager: 'clock.whom_centre_manager',
  deputy_general_manager: 'clock.whom_deputy_general_manager',
  company_leader: 'clock.whom_company_leader',
};

/** Whom a rung of the ladder tells. */
export function whomWords(to: string): string {
  const key = whom[to];
  return key ? t(key) : to;
}

const rungs = { warn: 'clock.rung_warn', notice: 'clock.rung_notice', rule: 'clock.rung_rule' } as const;

/** What a rung of the ladder does: `a warning to the supervisor`. */
export function rungWords(what: string, to: string): string {
  return t(rungs[what as keyof typeof rungs] ?? 'clock.rung_warn', { whom: whomWords(to) });
}

/** Who will be told what next, and when, if nothing happens. */
export function nextWords(clock: ClockView): string | null {
  return clock.next
    ? t('clock.next', { at: spoken(clock.next.at), what: rungWords(clock.next.what, clock.next.whom) })
    : null;
}

/** One step of the explanation as a sentence: `Sat 21 Nov, 17:00 to Mon 23 Nov, 08:30: does not count (weekend)`. */
export function stepWords(
  step: ExplanationStep,
  basis: 'working' | 'clock',
  reasonOf: (key: string) => string,
): string {
  const span = step.from ? spanWords(step.from, step.to ?? null) : '';
  const time = lengthWords(step.counted ?? step.left ?? 0, basis);
  const why = step.reason ? reasonOf(step.reason) : whyWords(step);
  if (step.kind === 'start') return t('clock.step_start', { at: weekdayAndTime(step.at!) });
  if (step.kind === 'due') return t('clock.step_due', { at: weekdayAndTime(step.at!) });
  if (step.kind === 'left') return t('clock.step_left', { time });
  if (step.kind === 'days') return t('clock.step_days', { span, days: step.days ?? 0, time });
  if (step.kind === 'counted') return withWhy(t('clock.step_counted', { span, time }), why);
  if (step.kind === 'paused') return withWhy(t('clock.step_paused', { span }), why);
  return withWhy(t('clock.step_outside', { span }), why);
}

/** The reasons for which time does not count, by the kernel's codes. */
const closedWords: Readonly<Record<string, PlainKey>> = {
  'off-hours': 'clock.why_off_hours',
  break: 'clock.why_break',
  weekend: 'clock.why_weekend',
  'closed-day': 'clock.why_closed_day',
  holiday: 'clock.why_holiday',
};

function whyWords(step: ExplanationStep): string {
  const known = step.why ? closedWords[step.why] : undefined;
  return step.name ?? (known ? t(known) : '');
}

function withWhy(sentence: string, why: string): string {
  return why ? t('clock.because', { sentence, why }) : sentence;
}

/** The end of a span needs its day only where it is another one; an open one has no end yet. */
function spanWords(from: Moment, to: Moment | null): string {
  const start = weekdayAndTime(from);
  if (to === null) return t('clock.span_open', { from: start });
  const end = dayOf(ms(from)) === dayOf(ms(to)) ? timeOfDay(ms(to)) : weekdayAndTime(to);
  return t('clock.span', { from: start, to: end });
}
