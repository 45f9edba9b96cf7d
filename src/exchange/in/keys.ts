import type { Right } from '../../organisation/rights.ts';

/** Every list that can be sent in, and the right to edit it by hand, which is the right to send it in. */
export const LISTS_IN_BY_RIGHT = {
  customers: 'customer.edit',
  places: 'place.edit',
  people: 'people.edit',
  departments: 'people.edit',
  'duty-statements': 'people.edit',
  tickets: 'exchange.manage',
  contacts: 'contact.record',
  disturbances: 'contact.record',
  custody: 'custody.keep',
  findings: 'rectification.issue',
  'work-items': 'ticket.assign',
  services: 'limit.edit',
  'account-lines': 'finance.supply',
} as const satisfies Record<string, Right>;

export type ListKey = keyof typeof LISTS_IN_BY_RIGHT;
export const LIST_KEYS = Object.keys(LISTS_IN_BY_RIGHT) as [ListKey, ...ListKey[]];
