import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const planSorts = ['plan', 'order', 'reception', 'department'] as const;
export const planStates = ['open', 'unread', 'reported'] as const;

/** What the address of the list says. */
export type PlanSearch = {
  period?: Period | undefined;
  sort?: (typeof planSorts)[number] | undefined;
  state?: (typeof planStates)[number] | undefined;
  person?: string | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function planSearch(given: Record<string, unknown>): PlanSearch {
  return {
    period: periodIn(given['period']),
    sort: planSorts.find((one) => one === given['sort']),
    state: planStates.find((one) => one === given['state']),
    person: idIn(given['person']),
  };
}

export function queryOf({ period, sort, state, person }: PlanSearch): Query {
  return { ...spanOf(period), sort, state: state ?? 'all', person };
}
