import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const states = ['open', 'accepted'] as const;

/** What the address of the list says. */
export type ShiftSearch = {
  period?: Period | undefined;
  state?: (typeof states)[number] | undefined;
  by?: string | undefined;
  to?: string | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function shiftSearch(given: Record<string, unknown>): ShiftSearch {
  return {
    period: periodIn(given['period']),
    state: states.find((one) => one === given['state']),
    by: idIn(given['by']),
    to: idIn(given['to']),
  };
}

export function queryOf({ period, state, by, to }: ShiftSearch): Query {
  return { ...spanOf(period), state: state ?? 'all', by, to };
}
