import type { Words } from '../kernel/words.ts';
import type { Tx } from '../platform/tx.ts';
import { departments, personNames } from './house.ts';

type From = { tx: Tx };
/** What an event or a notification holds: ids and facts, never a name. */
type Facts = Readonly<Record<string, unknown>>;

/** The names of whatever people these facts mention by id. */
export async function peopleNamedIn(from: From, facts: readonly Facts[]): Promise<Record<string, string>> {
  return mentioned(await personNames(from), facts);
}

/** The names of whatever departments they mention. */
export async function departmentsNamedIn(from: From, facts: readonly Facts[]): Promise<Record<string, Words>> {
  const found = mentioned(await departments(from), facts);
  return Object.fromEntries(Object.entries(found).map(([id, { name }]) => [id, name]));
}

function mentioned<Known>(known: ReadonlyMap<string, Known>, facts: readonly Facts[]): Record<string, Known> {
  const found: Record<string, Known> = {};
  for (const value of facts.flatMap((one) => Object.values(one))) {
    const one = typeof value === 'string' ? known.get(value) : undefined;
    if (one !== undefined) found[value as string] = one;
  }
  return found;
}
