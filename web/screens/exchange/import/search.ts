import type { ListKey } from '../../../../src/exchange/in/keys.ts';
import { LIST_KEYS } from '../../../../src/exchange/in/keys.ts';
import type { Query } from '../../../server/api.ts';
import { idIn } from '../../../server/ids.ts';
import type { Period } from '../../../matter/periods.ts';
import { periodIn, spanOf } from '../../../matter/periods.ts';

/** What the address of the list of imports says. */
export type ImportsSearch = { list?: ListKey | undefined; period?: Period | undefined; person?: string | undefined };

export function importsSearch(given: Record<string, unknown>): ImportsSearch {
  return {
    list: LIST_KEYS.find((one) => one === given['list']),
    period: periodIn(given['period']),
    person: idIn(given['person']),
  };
}

export const importsQueryOf = ({ period, ...rest }: ImportsSearch): Query => ({ ...spanOf(period), ...rest });
