import type { ListOut } from './list-out.ts';
import { clocks } from './lists/clocks.ts';
import { contacts } from './lists/contacts.ts';
import { customers } from './lists/customers.ts';
import { people } from './lists/people.ts';
import { places } from './lists/places.ts';
import { visitsDue, visitsRecorded, visitsUnsigned } from './lists/return-visits.ts';
import { findings, notices, summaries } from './lists/supervision.ts';
import { tickets } from './lists/tickets.ts';
import { workOrders } from './lists/work-orders.ts';

/** Every list that can be taken out. Another one is a file in `lists/` and its line here. */
export const LISTS: readonly ListOut[] = [
  tickets,
  workOrders,
  visitsDue,
  visitsRecorded,
  visitsUnsigned,
  notices,
  findings,
  contacts,
  customers,
  places,
  people,
  clocks,
  summaries,
];

export function listByKey(key: string): ListOut | undefined {
  return LISTS.find((list) => list.key === key);
}
