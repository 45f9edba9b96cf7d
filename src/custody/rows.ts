import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { named, personNames } from '../organisation/house.ts';
import { reachOf } from '../organisation/reach.ts';
import { todayIn } from '../organisation/today.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import type { Entry, Item } from './facts.ts';
import { custodyKindsOf } from './facts.ts';
import type { CustodyEntryLine, CustodyLine } from './view.ts';

type Named = { id: string; name: string };
export type EntryRow = Entry & {
  from_customer: string | null;
  to_customer: string | null;
  ticket: CustodyEntryLine['ticket'];
  corrected: boolean;
};
export type ItemRow = Item & {
  place: CustodyLine['place'];
  customer: Named | null;
  last: EntryRow;
};

/** Things of the centres in which one may look at what is in custody. */
export function inScope({ actor }: Context): RawBuilder<unknown> {
  const reach = reachOf(actor, 'custody.see');
  return reach?.all ? sql`true` : sql`i.centre_id = any(${reach?.centres ?? []}::uuid[])`;
}

/** The names that a row of entries `e` needs beside its own columns. */
export const ENTRY_NAMES = sql`
  (select c.name from customer c where c.id = e.from_customer_id) as from_customer,
  (select c.name from customer c where c.id = e.to_customer_id) as to_customer,
  (select json_build_object('id', t.id, 'number', t.number, 'title', t.title) from ticket t where t.id = e.ticket_id) as ticket,
  exists (select 1 from custody_entry c where c.item_id = e.item_id and c.corrects = e.seq) as corrected`;

/** What things are called, and what holds today, for all rows of one answer. */
export type Names = {
  people: ReadonlyMap<string, string>;
  kind: (key: string) => { key: string; name: Words };
  today: string;
};

export async function namesFor(context: Context): Promise<Names> {
  const kinds = new Map((await custodyKindsOf(context)).map(({ key, name }) => [key, name]));
  return {
    people: await personNames(context),
    kind: (key) => ({ key, name: kinds.get(key) ?? untranslated(key) }),
    today: await todayIn(context, await centreOf(context)),
  };
}

export function entryView(row: EntryRow, { people }: Names): Omit<CustodyEntryLine, 'item'> {
  const side = (kind: Entry['to_kind'], personId: string | null, customer: Named | null, name: string) => ({
    kind,
    id: personId ?? customer?.id ?? null,
    name: (personId && people.get(personId)) ?? customer?.name ?? name,
  });
  const customer = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    id: row.id,
    seq: row.seq,
    act: row.act,
    state: row.state,
    condition: row.condition,
    from: side(row.from_kind, row.from_person_id, customer(row.from_customer_id, row.from_customer), row.from_name),
    to: side(row.to_kind, row.to_person_id, customer(row.to_customer_id, row.to_customer), row.to_name),
    purpose: row.purpose,
    dueBack: row.due_back,
    validUntil: row.valid_until,
    whatHappened: row.what_happened,
    cause: row.cause,
    measures: row.measures,
    remark: row.remark,
    corrects: row.corrects,
    corrected: row.corrected,
    ticket: row.ticket,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    by: named(people, row.by_id)!,
  };
}
