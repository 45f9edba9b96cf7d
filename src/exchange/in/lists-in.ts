import { NotFound } from '../../kernel/refusal.ts';
import { customersIn } from './customers.ts';
import type { ListIn } from './list-in.ts';
import { peopleIn } from './people.ts';
import { placesInList } from './places.ts';
import { ticketsIn } from './tickets.ts';

/** Every list that can be sent in. Another one is a file beside these and its line here. */
export const LISTS_IN: readonly ListIn[] = [customersIn, placesInList, peopleIn, ticketsIn];

export function listIn(key: string): ListIn {
  const list = LISTS_IN.find((one) => one.key === key);
  if (!list) throw new NotFound('list.unknown');
  return list;
}
