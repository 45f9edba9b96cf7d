import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';

export const sorts = ['quarrel', 'noise', 'crowd', 'intrusion', 'damage', 'other'] as const;
export const states = ['open', 'restored'] as const;

/** What the address of the register says. */
export type DisturbanceSearch = {
  period?: Period | undefined;
  sort?: (typeof sorts)[number] | undefined;
  state?: (typeof states)[number] | undefined;
  told?: string | undefined;
  by?: string | undefined;
};

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function disturbanceSearch(given: Record<string, unknown>): DisturbanceSearch {
  return {
    period: periodIn(given['period']),
    sort: sorts.find((one) => one === given['sort']),
    state: states.find((one) => one === given['state']),
    told: idIn(given['told']),
    by: idIn(given['by']),
  };
}

export function queryOf({ period, sort, state, told, by }: DisturbanceSearch): Query {
  return { ...spanOf(period), sort, state: state ?? 'all', told, by };
}
