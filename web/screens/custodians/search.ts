import type { ContactState } from '../../../src/custodian/custodian.ts';
import { CONTACT_STATES } from '../../../src/custodian/custodian.ts';
import type { Period } from '../../matter/periods.ts';
import { periodIn, spanOf } from '../../matter/periods.ts';
import type { Query } from '../../server/api.ts';
import { idIn } from '../../server/ids.ts';

export const custodianViews = ['customers', 'contacts', 'people', 'classes'] as const;
export type CustodianView = (typeof custodianViews)[number];

export type CustodiansSearch = {
  view?: CustodianView | undefined;
  class?: string | undefined;
  person?: string | undefined;
  without?: 'true' | undefined;
  mine?: 'true' | undefined;
  state?: ContactState | undefined;
  period?: Period | undefined;
};

const isTrue = (given: unknown): 'true' | undefined => (String(given) === 'true' ? 'true' : undefined);

/** Whatever else an address says is left out: it may be old, or mistyped. */
export function custodiansSearch(given: Record<string, unknown>): CustodiansSearch {
  const { class: of } = given;
  return {
    view: custodianViews.find((one) => one === given['view']),
    class: typeof of === 'string' && /^[a-z][a-z0-9_]{0,59}$/.test(of) ? of : undefined,
    person: idIn(given['person']),
    without: isTrue(given['without']),
    mine: isTrue(given['mine']),
    state: CONTACT_STATES.find((one) => one === given['state']),
    period: periodIn(given['period']),
  };
}

export const customersQueryOf = ({ class: of, person, without }: CustodiansSearch): Query => ({
  class: of,
  person,
  without,
});

export const contactsQueryOf = ({ person, mine, state, period }: CustodiansSearch): Query => ({
  person,
  mine,
  state,
  ...spanOf(period),
});
