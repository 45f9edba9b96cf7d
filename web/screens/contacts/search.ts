import type { Left } from '../../../src/arrival/arrival.ts';
import { LEFT } from '../../../src/arrival/arrival.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import { channels, purposes } from '../../matter/words.ts';

export const views = ['all', 'visits', 'complaints'] as const;
export type View = (typeof views)[number];

/** What the address of the lists says. */
export type ContactSearch = {
  view?: View | undefined;
  period?: Period | undefined;
  channel?: string | undefined;
  purpose?: string | undefined;
  by?: string | undefined;
  written?: boolean | undefined;
  /** How a visit from the queue ended. */
  left?: Left | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function contactSearch(given: Record<string, unknown>): ContactSearch {
  return {
    view: views.find((one) => one === given['view']),
    period: periodIn(given['period']),
    channel: channels.find((one) => one === given['channel']),
    purpose: purposes.find((one) => one === given['purpose']),
    by: idIn(given['by']),
    left: LEFT.find((one) => one === given['left']),
    written: typeof given['written'] === 'boolean' ? given['written'] : undefined,
  };
}

export function queryOf({ view = 'all', period, purpose, left, ...same }: ContactSearch): Query {
  const book = view === 'all' ? undefined : view;
  return {
    ...spanOf(period),
    ...same,
    book,
    purpose: view === 'complaints' ? undefined : purpose,
    left: view === 'visits' ? left : undefined,
  };
}
