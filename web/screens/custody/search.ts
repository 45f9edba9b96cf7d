import type { CustodyAct, CustodySort, CustodyState, IssuedState } from '../../../src/custody/sorts.ts';
import { CUSTODY_ACTS, CUSTODY_SORTS, CUSTODY_STATES, ISSUED_STATES } from '../../../src/custody/sorts.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const custodyViews = ['items', 'issued', 'entries', 'counts', 'figures'] as const;
export type CustodyView = (typeof custodyViews)[number];

const flags = ['true', 'false'] as const;
type Flag = (typeof flags)[number];
export const countStates = ['due', 'begun', 'differences', 'settled'] as const;

/** What the address of the register says. */
export type CustodySearch = {
  view?: CustodyView | undefined;
  sort?: CustodySort | undefined;
  kind?: string | undefined;
  state?: CustodyState | undefined;
  stands?: IssuedState | undefined;
  holder?: string | undefined;
  place?: string | undefined;
  customer?: string | undefined;
  ticket?: string | undefined;
  only?: 'overdue' | 'damaged' | undefined;
  valid?: Flag | undefined;
  act?: CustodyAct | undefined;
  reports?: 'true' | undefined;
  person?: string | undefined;
  period?: Period | undefined;
  from?: string | undefined;
  until?: string | undefined;
  count?: (typeof countStates)[number] | undefined;
};

const keyIn = (given: unknown): string | undefined =>
  typeof given === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(given) ? given : undefined;
const momentIn = (given: unknown): string | undefined =>
  typeof given === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(given) ? given : undefined;
const flagIn = (given: unknown): Flag | undefined => flags.find((one) => one === String(given));

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function custodySearch(given: Record<string, unknown>): CustodySearch {
  return {
    view: custodyViews.find((one) => one === given['view']),
    sort: CUSTODY_SORTS.find((one) => one === given['sort']),
    kind: keyIn(given['kind']),
    state: CUSTODY_STATES.find((one) => one === given['state']),
    stands: ISSUED_STATES.find((one) => one === given['stands']),
    holder: idIn(given['holder']),
    place: idIn(given['place']),
    customer: idIn(given['customer']),
    ticket: idIn(given['ticket']),
    only: (['overdue', 'damaged'] as const).find((one) => one === given['only']),
    valid: flagIn(given['valid']),
    act: CUSTODY_ACTS.find((one) => one === given['act']),
    reports: flagIn(given['reports']) === 'true' ? 'true' : undefined,
    person: idIn(given['person']),
    period: periodIn(given['period']),
    from: momentIn(given['from']),
    until: momentIn(given['until']),
    count: countStates.find((one) => one === given['count']),
  };
}

export function itemsQueryOf({
  sort,
  kind,
  state,
  holder,
  place,
  customer,
  ticket,
  only,
  valid,
}: CustodySearch): Query {
  const overdue = only === 'overdue' ? 'true' : undefined;
  const damaged = only === 'damaged' ? 'true' : undefined;
  return { sort, kind, state, holder, place, customer, ticket, valid, overdue, damaged };
}

export function entriesQueryOf({ sort, kind, act, reports, person, period, from, until }: CustodySearch): Query {
  return { sort, kind, act, reports, person, ...(period ? spanOf(period) : { from, until }) };
}

export function countsQueryOf({ sort, count, period }: CustodySearch): Query {
  return { sort, state: count, ...spanOf(period) };
}

export function issuedQueryOf({ kind, stands, customer, place, ticket, period }: CustodySearch): Query {
  return { kind, state: stands, customer, place, ticket, ...spanOf(period) };
}
