import { customersByNumber } from '../customer/by-number.ts';
import type { Id } from '../kernel/id.ts';
import { normalisePhone } from '../kernel/text/mask.ts';
import type { Tx } from '../platform/tx.ts';

/** Whose phone each is, at one exchange: by what the exchange calls it, and by what colleagues dial. */
export type Phones = { byEndpoint: ReadonlyMap<string, Id<'person'>>; byNumber: ReadonlyMap<string, Id<'person'>> };

export async function phonesOf(tx: Tx, systemId: Id<'telephone_system'>): Promise<Phones> {
  const rows = await tx
    .selectFrom('extension')
    .select(['person_id', 'number', 'endpoint'])
    .where('system_id', '=', systemId)
    .execute();
  return {
    byEndpoint: new Map(rows.map((row) => [row.endpoint, row.person_id])),
    byNumber: new Map(rows.map((row) => [row.number, row.person_id])),
  };
}

/** Whose number that is; nobody where several share it, or none has it. */
export async function customerCalling(tx: Tx, number: string | null): Promise<Id<'customer'> | null> {
  const found = number === null ? [] : await customersByNumber(tx, number);
  return found.length === 1 ? found[0]! : null;
}

/** In the form in which numbers are compared; null: withheld. */
export function comparable(number: string | null): string | null {
  const form = number === null ? '' : normalisePhone(number);
  return form === '' ? null : form;
}
