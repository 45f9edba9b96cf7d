import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Language } from '../kernel/words.ts';
import { centres, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { OutreachPlace } from './outreach.ts';

export type Addressee = {
  id: Id<'customer'>;
  name: string;
  language: Language;
  /** By what he wants to hear from us. */
  updates: string;
  hasPhone: boolean;
};

/** Those of these customers who are still on file, by their ids. */
export async function addressees(
  { tx }: Context,
  ids: readonly Id<'customer'>[],
): Promise<ReadonlyMap<Id<'customer'>, Addressee>> {
  const { rows } = await sql<Addressee>`
    select c.id, c.name, c.language, c.updates,
      exists (select from customer_phone f where f.customer_id = c.id) as "hasPhone"
    from customer c where c.id = any(${ids}::uuid[]) and c.erased_at is null`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What stands in the places of a text, for each customer of one outreach. */
export async function knownOf(
  context: Context,
  centreId: Id<'centre'>,
  personId: Id<'person'>,
): Promise<(customer: string) => Record<OutreachPlace, string>> {
  const { phone } = (await centres(context)).get(centreId)!;
  const person = named(await personNames(context), personId).name;
  return (customer) => ({ organisation: context.organisation.name, customer, person, phone: phone ?? '' });
}
