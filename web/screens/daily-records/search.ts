import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const states = ['open', 'handed_over', 'unacknowledged', 'late'] as const;

/** What the address of the daily records says. */
export type DaysSearch = {
  period?: Period | undefined;
  state?: (typeof states)[number] | undefined;
  department?: string | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function daysSearch(given: Record<string, unknown>): DaysSearch {
  return {
    period: periodIn(given['period']),
    state: states.find((one) => one === given['state']),
    department: idIn(given['department']),
  };
}

export function queryOf({ period, state, department }: DaysSearch): Query {
  return { ...spanOf(period), state: state ?? 'all', department };
}
