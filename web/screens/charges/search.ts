import { CHARGE_STATES, PAY_WAYS } from '../../../src/charge/states.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const views = ['charges', 'runs', 'receipts', 'dunning', 'deliveries', 'arrears', 'items'] as const;
export type View = (typeof views)[number];
export const STATES = ['owed', ...CHARGE_STATES] as const;

export type ChargesSearch = {
  view?: View | undefined;
  q?: string | undefined;
  item?: string | undefined;
  state?: (typeof STATES)[number] | undefined;
  customer?: string | undefined;
  place?: string | undefined;
  department?: string | undefined;
  dueFrom?: string | undefined;
  dueUntil?: string | undefined;
  way?: (typeof PAY_WAYS)[number] | undefined;
  takenBy?: string | undefined;
  delivered?: 'true' | 'false' | undefined;
  ended?: 'true' | undefined;
  period?: Period | undefined;
};

const text = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined);
const day = (given: unknown): string | undefined => {
  const said = text(given);
  return said && /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function chargesSearch(given: Record<string, unknown>): ChargesSearch {
  const delivered = String(given['delivered']);
  return {
    view: views.find((one) => one === given['view']),
    q: text(given['q']),
    item: text(given['item']),
    state: STATES.find((one) => one === given['state']),
    customer: idIn(given['customer']),
    place: idIn(given['place']),
    department: idIn(given['department']),
    dueFrom: day(given['dueFrom']),
    dueUntil: day(given['dueUntil']),
    way: PAY_WAYS.find((one) => one === given['way']),
    takenBy: idIn(given['takenBy']),
    delivered: delivered === 'true' || delivered === 'false' ? delivered : undefined,
    ended: String(given['ended']) === 'true' ? 'true' : undefined,
    period: periodIn(given['period']),
  };
}

export const chargesQueryOf = ({
  q,
  item,
  state,
  customer,
  place,
  department,
  dueFrom,
  dueUntil,
}: ChargesSearch): Query => ({
  q,
  item,
  state,
  customer,
  place,
  department,
  dueFrom,
  dueUntil,
});
export const receiptsQueryOf = ({ way, takenBy, delivered, customer, period }: ChargesSearch): Query => ({
  way,
  takenBy,
  delivered,
  customer,
  ...spanOf(period),
});

export type PaySearch = { customer?: string | undefined; name?: string | undefined };

export const paySearch = (given: Record<string, unknown>): PaySearch => ({
  customer: idIn(given['customer']),
  name: text(given['name']),
});
