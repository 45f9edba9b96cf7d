import { DISPATCH_STATES, STANDINGS } from '../../../src/dispatch/dispatch.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const VIEWS = ['hands', 'orders'] as const;
export type View = (typeof VIEWS)[number];

/** What the address of dispatch in an emergency says. */
export type EmergencySearch = {
  view?: View | undefined;
  /** The emergency that somebody is sent for. */
  ticket?: string | undefined;
  department?: string | undefined;
  standing?: string | undefined;
  state?: string | undefined;
  open?: 'true' | undefined;
  late?: 'true' | undefined;
  mine?: 'true' | undefined;
  to?: string | undefined;
  givenBy?: string | undefined;
  period?: Period | undefined;
};

const yes = (value: unknown): 'true' | undefined => (String(value) === 'true' ? 'true' : undefined);

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function emergencySearch(given: Record<string, unknown>): EmergencySearch {
  return {
    view: VIEWS.find((one) => one === given['view']),
    ticket: idIn(given['ticket']),
    department: idIn(given['department']),
    standing: STANDINGS.find((one) => one === given['standing']),
    state: DISPATCH_STATES.find((one) => one === given['state']),
    open: yes(given['open']),
    late: yes(given['late']),
    mine: yes(given['mine']),
    to: idIn(given['to']),
    givenBy: idIn(given['givenBy']),
    period: periodIn(given['period']),
  };
}

export function ordersQueryOf(search: EmergencySearch): Query {
  const { period, state, open, late, mine, to, givenBy, department, ticket } = search;
  return { ...spanOf(period), state, open, late, mine, to, givenBy, department, ticket };
}
