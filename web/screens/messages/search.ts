import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const views = ['waiting', 'mine', 'nobody', 'open', 'closed'] as const;
export type View = (typeof views)[number];

/** What the address of the list says. */
export type MessageSearch = {
  view?: View | undefined;
  channel?: string | undefined;
  department?: string | undefined;
  customer?: string | undefined;
  /** The customer's name, for the sentence. */
  with?: string | undefined;
};

export function messageSearch(given: Record<string, unknown>): MessageSearch {
  const customer = idIn(given['customer']);
  return {
    view: views.find((one) => one === given['view']),
    channel: idIn(given['channel']),
    department: idIn(given['department']),
    customer,
    with: customer && typeof given['with'] === 'string' ? given['with'] : undefined,
  };
}

const asked: Record<View, Query> = {
  waiting: { state: 'waiting' },
  mine: { state: 'open', owner: 'mine' },
  nobody: { state: 'open', owner: 'nobody' },
  open: { state: 'open' },
  closed: { state: 'closed' },
};

export function queryOf({ view = 'waiting', channel, department, customer }: MessageSearch): Query {
  return { ...asked[view], channel, department, customer };
}
