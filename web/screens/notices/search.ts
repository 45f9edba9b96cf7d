import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const views = ['mine', 'sign', 'overdue', 'verify', 'open', 'all', 'findings'] as const;
export type View = (typeof views)[number];

export const sources = ['late', 'visit', 'supervision', 'spot_check'] as const;
export const ways = ['corrected_on_the_spot', 'reported_up', 'to_department'] as const;
export type Way = (typeof ways)[number];

/** What the address of the lists says. */
export type NoticeSearch = {
  view?: View | undefined;
  department?: string | undefined;
  source?: (typeof sources)[number] | undefined;
  way?: Way | undefined;
  period?: Period | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function noticeSearch(given: Record<string, unknown>): NoticeSearch {
  return {
    view: views.find((one) => one === given['view']),
    department: idIn(given['department']),
    source: sources.find((one) => one === given['source']),
    way: ways.find((one) => one === given['way']),
    period: periodIn(given['period']),
  };
}

const states: Record<Exclude<View, 'findings'>, string> = {
  mine: 'open',
  sign: 'to_sign',
  overdue: 'overdue',
  verify: 'to_verify',
  open: 'open',
  all: 'all',
};

/** The same for the server. */
export function queryOf(view: View, { department, source, way, period }: NoticeSearch): Query {
  if (view === 'findings') return { department, way, ...spanOf(period) };
  const narrowed = { state: states[view], department, source, ...(view === 'mine' ? { mine: true } : {}) };
  return view === 'all' ? { ...narrowed, ...spanOf(period) } : narrowed;
}
