import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const views = ['mine', 'rota', 'list', 'leave', 'month', 'diary', 'wages'] as const;
export type View = (typeof views)[number];
export const faults = ['late', 'early', 'missing', 'no_out', 'away'] as const;
export const leaveStates = ['asked', 'approved', 'refused', 'withdrawn'] as const;

/** What the address says: which part, and what narrows it. */
export type AttendanceSearch = {
  view?: View | undefined;
  /** Any day of the week that is shown. */
  week?: string | undefined;
  month?: string | undefined;
  period?: Period | undefined;
  person?: string | undefined;
  only?: (typeof faults)[number] | undefined;
  state?: (typeof leaveStates)[number] | undefined;
};

const text = (given: unknown, shape: RegExp): string | undefined =>
  typeof given === 'string' && shape.test(given) ? given : undefined;

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function attendanceSearch(given: Record<string, unknown>): AttendanceSearch {
  return {
    view: views.find((one) => one === given['view']),
    week: text(given['week'], /^\d{4}-\d{2}-\d{2}$/),
    month: text(given['month'], /^\d{4}-(0[1-9]|1[0-2])$/),
    period: periodIn(given['period']),
    person: idIn(given['person']),
    only: faults.find((one) => one === given['only']),
    state: leaveStates.find((one) => one === given['state']),
  };
}

export function listQuery({ period, person, only }: AttendanceSearch): Query {
  return { ...spanOf(period), person, only };
}

export function leaveQuery({ period, person, state }: AttendanceSearch): Query {
  return { ...spanOf(period), person, state };
}
