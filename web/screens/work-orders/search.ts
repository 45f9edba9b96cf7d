import type { z } from 'zod';
import type { workOrdersQuery } from '../../../src/work-order/list.ts';
import { idIn } from '../../server/ids.ts';

type Query = z.input<typeof workOrdersQuery>;

/** What the address of the list says. */
export type OrderSearch = {
  state?: Query['state'];
  department?: string | undefined;
  person?: string | undefined;
  sort?: Query['sort'];
};

const states: readonly unknown[] = ['open', 'done', 'all'];
const sorts: readonly unknown[] = ['appointment', 'worst'];

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function orderSearch(given: Record<string, unknown>): OrderSearch {
  return {
    state: states.includes(given['state']) ? (given['state'] as Query['state']) : undefined,
    department: idIn(given['department']),
    person: idIn(given['person']),
    sort: sorts.includes(given['sort']) ? (given['sort'] as Query['sort']) : undefined,
  };
}
