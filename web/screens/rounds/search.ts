import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const views = ['today', 'record', 'shares', 'plans'] as const;
export type View = (typeof views)[number];
export const states = ['open', 'kept', 'missed'] as const;
export const results = ['ok', 'fault'] as const;

/** What the address of the lists says. */
export type RoundSearch = {
  view?: View | undefined;
  period?: Period | undefined;
  plan?: string | undefined;
  state?: (typeof states)[number] | undefined;
  result?: (typeof results)[number] | undefined;
  person?: string | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function roundSearch(given: Record<string, unknown>): RoundSearch {
  return {
    view: views.find((one) => one === given['view']),
    period: periodIn(given['period']),
    plan: idIn(given['plan']),
    state: states.find((one) => one === given['state']),
    result: results.find((one) => one === given['result']),
    person: idIn(given['person']),
  };
}

export function queryOf({ period, plan, state, result, person }: RoundSearch): Query {
  return { ...spanOf(period), plan, state: state ?? 'all', result, person };
}
