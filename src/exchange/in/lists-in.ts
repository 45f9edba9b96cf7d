import { NotFound } from '../../kernel/refusal.ts';
import { accountLinesIn } from './account-lines.ts';
import { contactsIn } from './contacts.ts';
import { custodyIn } from './custody.ts';
import { customersIn } from './customers.ts';
import { departmentsIn } from './departments.ts';
import { disturbancesIn } from './disturbances.ts';
import { dutyStatementsIn } from './duty-statements.ts';
import { findingsIn } from './findings.ts';
import type { ListKey } from './keys.ts';
import type { ListIn } from './list-in.ts';
import { peopleIn } from './people.ts';
import { placesInList } from './places.ts';
import { servicesIn } from './services.ts';
import { ticketsIn } from './tickets.ts';
import { workItemsIn } from './work-items.ts';

/** Every list that can be sent in, in the order in which a house is set up. Another one is a file beside these, its key and its line here. */
export const LISTS_IN: readonly ListIn[] = [
  placesInList,
  departmentsIn,
  peopleIn,
  dutyStatementsIn,
  customersIn,
  servicesIn,
  ticketsIn,
  contactsIn,
  disturbancesIn,
  custodyIn,
  findingsIn,
  workItemsIn,
  accountLinesIn,
];

export function listIn(key: string): ListIn {
  const list = LISTS_IN.find((one) => one.key === (key as ListKey));
  if (!list) throw new NotFound('list.unknown');
  return list;
}
