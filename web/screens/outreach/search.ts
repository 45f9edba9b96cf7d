import { OUTREACH_STATES } from '../../../src/outreach/outreach.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';

export type OutreachSearch = {
  view?: 'calls' | undefined;
  state?: (typeof OUTREACH_STATES)[number] | undefined;
  period?: Period | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function outreachSearch(given: Record<string, unknown>): OutreachSearch {
  return {
    view: given['view'] === 'calls' ? 'calls' : undefined,
    state: OUTREACH_STATES.find((one) => one === given['state']),
    period: periodIn(given['period']),
  };
}

export const queryOf = ({ state, period }: OutreachSearch): Query => ({ state, ...spanOf(period) });
