import type { Query } from '../../api.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const views = ['checks', 'plans'] as const;
export type View = (typeof views)[number];

export const checkStates = ['open', 'running', 'to_check', 'completed'] as const;

/** What the address of the lists says. */
export type QualitySearch = {
  view?: View | undefined;
  state?: (typeof checkStates)[number] | undefined;
  plan?: string | undefined;
  failed?: 'true' | 'false' | undefined;
  period?: Period | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function qualitySearch(given: Record<string, unknown>): QualitySearch {
  const failed = String(given['failed']);
  return {
    view: views.find((one) => one === given['view']),
    state: checkStates.find((one) => one === given['state']),
    plan: typeof given['plan'] === 'string' ? given['plan'].slice(0, 60) : undefined,
    failed: failed === 'true' || failed === 'false' ? failed : undefined,
    period: periodIn(given['period']),
  };
}

/** The same for the server. */
export function checksQuery({ state, plan, failed, period }: QualitySearch): Query {
  return { state, plan, failed, ...spanOf(period) };
}
