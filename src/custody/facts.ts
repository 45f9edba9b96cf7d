import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { Invalid, NotFound } from '../kernel/refusal.ts';
import type { Actor } from '../organisation/can.ts';
import { can, orForbid } from '../organisation/can.ts';
import type { CustodyKind } from '../pack/custody.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { Holder } from './custody.ts';
import type { CustodyEntryTable, CustodyItemTable } from './table.ts';

export type Item = Selectable<CustodyItemTable>;
export type Entry = Selectable<CustodyEntryTable>;

/** Whoever keeps things at a centre enters what becomes of them. */
export function whyNotKeep(actor: Actor, centreId: Id<'centre'>): Refusal | null {
  return can(actor, 'custody.keep', { people: [], departments: [], centreId });
}

export async function custodyKindsOf(context: Context): Promise<readonly CustodyKind[]> {
  return (await settingsOf(context)).custodyKinds ?? [];
}

/** A kind that the house has. `path` names the field that is to blame. */
export async function kindOf(context: Context, key: string): Promise<CustodyKind> {
  const kind = (await custodyKindsOf(context)).find((one) => one.key === key);
  if (!kind) throw new Invalid('custody.kind_unknown', { path: 'kind' });
  return kind;
}

/** A thing, locked, for whoever keeps things where it is: two who hand it out at once do so one after the other. */
export async function lockItem(context: Context, id: Id<'custody_item'>): Promise<{ item: Item; last: Entry }> {
  const item = await context.tx
    .selectFrom('custody_item')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!item) throw new NotFound('custody.unknown');
  orForbid(whyNotKeep(context.actor, item.centre_id));
  return { item, last: await entryOf(context, id, item.seq) };
}

export async function entryOf({ tx }: Context, id: Id<'custody_item'>, seq: number): Promise<Entry> {
  return tx
    .selectFrom('custody_entry')
    .selectAll()
    .where('item_id', '=', id)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
}

type Side = 'from' | 'to';
type Columns<Of extends Side> = Pick<Entry, `${Of}_kind` | `${Of}_person_id` | `${Of}_customer_id` | `${Of}_name`>;

/** Who has it, as its columns say. */
export function columnsOf<Of extends Side>(side: Of, holder: Holder): Columns<Of> {
  return {
    [`${side}_kind`]: holder.kind,
    [`${side}_person_id`]: holder.kind === 'person' ? holder.id : null,
    [`${side}_customer_id`]: holder.kind === 'customer' ? holder.id : null,
    [`${side}_name`]: holder.kind === 'outside' ? holder.name : '',
  } as Columns<Of>;
}

/** Who had it after an entry. */
export function holderOf(entry: Columns<'to'>): Holder {
  const { to_kind: kind, to_person_id: personId, to_customer_id: customerId, to_name: name } = entry;
  if (kind === 'person') return { kind, id: personId! };
  if (kind === 'customer') return { kind, id: customerId! };
  return kind === 'outside' ? { kind, name } : { kind };
}

/** Whether an entry `e` was taken back by a later one, or takes one back itself: what is counted leaves both out. */
export const STANDS = sql`e.act <> 'corrected' and not exists (
  select 1 from custody_entry c where c.item_id = e.item_id and c.corrects = e.seq)`;
