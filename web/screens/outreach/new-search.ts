import { CUSTOMER_KINDS, RELATIONS } from '../../../src/customer/customer.ts';
import { idIn } from '../../server/ids.ts';

/** Whom it is to go to, as the list of customers was narrowed, or the one it was begun from. */
export type NewOutreachSearch = {
  kind?: (typeof CUSTOMER_KINDS)[number] | undefined;
  relation?: (typeof RELATIONS)[number] | undefined;
  quiet?: string | undefined;
  customer?: string | undefined;
  name?: string | undefined;
};

export function newOutreachSearch(given: Record<string, unknown>): NewOutreachSearch {
  const { quiet, name } = given;
  return {
    kind: CUSTOMER_KINDS.find((one) => one === given['kind']),
    relation: RELATIONS.find((one) => one === given['relation']),
    quiet: /^\d{1,3}$/.test(String(quiet ?? '')) ? String(quiet) : undefined,
    customer: idIn(given['customer']),
    name: typeof name === 'string' ? name : undefined,
  };
}
