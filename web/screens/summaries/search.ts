import { SUMMARY_PERIODS } from '../../../src/summary/periods.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Stretch } from '../../matter/stretch.ts';
import type { Query } from '../../server/api.ts';

export const states = ['open', 'submitted'] as const;
/** The sorts that every house has; others are declared in its settings, and go by their key. */
export const sorts = ['matters', 'service'] as const;

/** What the address of the summaries says. */
export type SummariesSearch = {
  to?: 'me' | undefined;
  sort?: string | undefined;
  length?: Stretch | undefined;
  period?: Period | undefined;
  state?: (typeof states)[number] | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function summariesSearch(given: Record<string, unknown>): SummariesSearch {
  const sort = given['sort'];
  return {
    to: given['to'] === 'me' ? 'me' : undefined,
    sort: typeof sort === 'string' && /^[a-z][a-z0-9_]*$/.test(sort) ? sort : undefined,
    length: SUMMARY_PERIODS.find((one) => one === given['length']),
    period: periodIn(given['period']),
    state: states.find((one) => one === given['state']),
  };
}

export function queryOf({ to, sort, length, period, state }: SummariesSearch): Query {
  const about = sorts.find((one) => one === sort);
  return {
    ...spanOf(period),
    to,
    about,
    report: about ? undefined : sort,
    period: length,
    state: state ?? 'all',
  };
}
