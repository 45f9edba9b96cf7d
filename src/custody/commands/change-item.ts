import { orErased } from '../../customer/facts.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { placeById } from '../../place/facts.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { whyNotComplete } from '../custody.ts';
import type { Item } from '../facts.ts';
import { custodyKindsOf, lockItem } from '../facts.ts';
import type { ChangeItem } from '../inputs.ts';
import type { Former } from '../table.ts';
import { orNumberTaken } from './receive-item.ts';

/** What a thing is was written down wrongly, or has changed: put right, with the former words kept. Who has it is the ledger's alone. */
export async function changeItem(context: Context, id: Id<'custody_item'>, input: ChangeItem): Promise<void> {
  const { item } = await lockItem(context, id);
  await expectVersion(context, id, input.seen);
  const next = changesOf(input);
  if (next.place_id) await placeById(context.tx, next.place_id);
  if (next.customer_id) await orErased(context.tx, next.customer_id);
  if (next.number !== undefined) await orNumberTaken(context, { ...item, number: next.number });
  await orNeeded(context, item, next);
  const fields = (Object.keys(next) as (keyof Former)[]).filter((field) => next[field] !== item[field]);
  if (fields.length === 0) return;
  const before: Former = Object.fromEntries(fields.map((field) => [field, item[field]]));
  await context.tx.updateTable('custody_item').set(next).where('id', '=', id).execute();
  const { n } = await context.tx
    .selectFrom('custody_change')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('item_id', '=', id)
    .executeTakeFirstOrThrow();
  const who = { by_id: actingPerson(context), at: context.now };
  await context.tx
    .insertInto('custody_change')
    .values({ item_id: id, no: Number(n) + 1, before: json(before), ...who })
    .execute();
  await record(context, { subject: { type: 'custody_item', id }, type: 'custody.changed', data: { fields } });
}

function changesOf({ number, label, placeId, customerId, worth }: ChangeItem): Former {
  return {
    ...(number === undefined ? {} : { number }),
    ...(label === undefined ? {} : { label }),
    ...(placeId === undefined ? {} : { place_id: placeId }),
    ...(customerId === undefined ? {} : { customer_id: customerId }),
    ...(worth === undefined ? {} : { worth: worth?.amount ?? null, currency: worth?.currency ?? null }),
  };
}

/** What its kind must say is not taken away from it. */
async function orNeeded(context: Context, item: Item, next: Former): Promise<void> {
  const kind = (await custodyKindsOf(context)).find(({ key }) => key === item.kind);
  const lacking = whyNotComplete(kind?.needs ?? [], {
    place: next.place_id !== null,
    customer: next.customer_id !== null,
    worth: next.worth !== null,
  });
  if (lacking) throw new Invalid(lacking.code, lacking.params);
}
