import type { z } from 'zod';
import type { leaveOut, mineOut, monthOut, rotaWeekOut, shiftOut, shiftPageOut } from '../../../src/attendance/view.ts';
import { dateOf, dayNumber } from '../../../src/kernel/working-time/date.ts';
import { lengthWords, MINUTE, ms, timeOfDay } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

export type Shift = z.output<typeof shiftOut>;
export type ShiftPage = z.output<typeof shiftPageOut>;
export type Mine = z.output<typeof mineOut>;
export type RotaWeek = z.output<typeof rotaWeekOut>;
export type Leave = z.output<typeof leaveOut>;
export type Month = z.output<typeof monthOut>;

/** What every part is read anew for. */
export const aboutShifts = ['shift', 'leave_request', 'attendance_month', 'person', 'duty', 'clock'] as const;

/** `19:00–03:00`; on which day it begins stands beside it. */
export function hoursWords({ from, until }: Pick<Shift, 'from' | 'until'>): string {
  return `${timeOfDay(ms(from))}–${timeOfDay(ms(until))}`;
}

export function daysFrom(day: string, days: number): string {
  return dateOf(dayNumber(day)! + days);
}

export function minutesWords(minutes: number): string {
  return lengthWords(minutes * MINUTE);
}

/** How it stands in words: the state, then what was not as planned. */
export function stateWords(shift: Shift): string {
  const { state, lateMinutes, earlyMinutes, offlineMinutes, away } = shift;
  const faults = [
    lateMinutes > 0 ? t('attendance.late_by', { length: minutesWords(lateMinutes) }) : '',
    earlyMinutes > 0 ? t('attendance.early_by', { length: minutesWords(earlyMinutes) }) : '',
    offlineMinutes > 0 ? t('attendance.offline_for', { length: minutesWords(offlineMinutes) }) : '',
  ].filter(Boolean);
  const whole = state === 'away' && away ? said(away) : t(`attendance.state_${state}`);
  if (state === 'done') return faults.length > 0 ? faults.join(' · ') : t('attendance.as_planned');
  return [whole, ...faults].join(' · ');
}

/** Whether somebody should look at it. */
export function isFaulty({ state, lateMinutes, earlyMinutes }: Shift): boolean {
  return ['missing', 'not_here', 'no_out'].includes(state) || lateMinutes > 0 || earlyMinutes > 0;
}

/** What a field that may not stay empty says. */
export function needed(given: string): string | null {
  return given.trim() === '' ? t('attendance.needed') : null;
}
