import type { Query } from '../../../server/api.ts';
import { idIn } from '../../../server/ids.ts';
import type { Period } from '../../../matter/periods.ts';
import { periodIn, spanOf } from '../../../matter/periods.ts';

export const sorts = ['kind', 'settings', 'calendar', 'post', 'department', 'person', 'token'] as const;
export type Sort = (typeof sorts)[number];
export const ways = ['customer', 'ticket', 'desk', 'found'] as const;
export type Way = (typeof ways)[number];

/** What the address of the two lists says. */
export type ActsSearch = { period?: Period | undefined; sort?: Sort | undefined; person?: string | undefined };
export type LooksSearch = {
  period?: Period | undefined;
  way?: Way | undefined;
  person?: string | undefined;
  customer?: string | undefined;
};

export function actsSearch(given: Record<string, unknown>): ActsSearch {
  return {
    period: periodIn(given['period']),
    sort: sorts.find((one) => one === given['sort']),
    person: idIn(given['person']),
  };
}

export function looksSearch(given: Record<string, unknown>): LooksSearch {
  return {
    period: periodIn(given['period']),
    way: ways.find((one) => one === given['way']),
    person: idIn(given['person']),
    customer: idIn(given['customer']),
  };
}

/** What the address of the list of what was taken out says. */
export type TakenSearch = { period?: Period | undefined; person?: string | undefined; list?: string | undefined };

export function takenSearch(given: Record<string, unknown>): TakenSearch {
  return {
    period: periodIn(given['period']),
    person: idIn(given['person']),
    list: typeof given['list'] === 'string' ? given['list'] : undefined,
  };
}

export const takenQueryOf = ({ period, ...rest }: TakenSearch): Query => ({ ...spanOf(period), ...rest });
export const actsQueryOf = ({ period, sort, person }: ActsSearch): Query => ({ ...spanOf(period), sort, person });
export const looksQueryOf = ({ period, way, person, customer }: LooksSearch): Query => ({
  ...spanOf(period),
  way,
  person,
  customer,
});
