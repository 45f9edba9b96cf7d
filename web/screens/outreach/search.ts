import { OUTREACH_STATES } from '../../../src/outreach/outreach.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import { CUSTOMER_KINDS, RELATIONS } from '../../../src/customer/customer.ts';

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

/** Whom it is to go to, as the list of customers was narrowed, or the one it was begun from. */
export type NewOutreachSearch = {
  kind?: (typeof CUSTOMER_KINDS)[number] | undefined;
  relation?: (typeof RELATIONS)[number] | undefined;
  quiet?: string | undefined;
  customer?: string | undefined;
  name?: string | undefined;
};

export function newOutreachSearch(given: Record<string, unknown>): NewOutreachSearch {
  const { quiet, name } = given;
  return {
    kind: CUSTOMER_KINDS.find((one) => one === given['kind']),
    relation: RELATIONS.find((one) => one === given['relation']),
    quiet: /^\d{1,3}$/.test(String(quiet ?? '')) ? String(quiet) : undefined,
    customer: idIn(given['customer']),
    name: typeof name === 'string' ? name : undefined,
  };
}
