import type { Query } from '../../../server/api.ts';
import { idIn } from '../../../server/ids.ts';
import type { Period } from '../../../matter/periods.ts';
import { periodIn, spanOf } from '../../../matter/periods.ts';

export const listsIn = ['customers', 'places', 'people', 'tickets'] as const;
export type ListIn = (typeof listsIn)[number];

/** What the address of the list of imports says. */
export type ImportsSearch = { list?: ListIn | undefined; period?: Period | undefined; person?: string | undefined };

export function importsSearch(given: Record<string, unknown>): ImportsSearch {
  return {
    list: listsIn.find((one) => one === given['list']),
    period: periodIn(given['period']),
    person: idIn(given['person']),
  };
}

export const importsQueryOf = ({ period, ...rest }: ImportsSearch): Query => ({ ...spanOf(period), ...rest });
