import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import { ENTERED_ACTS, whyNotEnter } from './custody.ts';
import { whyNotKeep } from './facts.ts';
import type { ItemsQuery } from './inputs.ts';
import type { EntryRow, ItemRow, Names } from './rows.ts';
import { ENTRY_NAMES, entryView, inScope, namesFor } from './rows.ts';
import type { custodyItemsOut, CustodyLine } from './view.ts';

/** What is in custody, in the order of its numbers; each with who has it now (KEYS-02, ASST-01). */
export async function listItems(context: Context, query: ItemsQuery): Promise<z.input<typeof custodyItemsOut>> {
  const names = await namesFor(context);
  const after = readNameAndId(query.after);
  const wanted = [
    inScope(context),
    ...narrowed(context, query, names),
    ...(after ? [sql`(i.number, i.id) > (${after.name}, ${after.id}::uuid)`] : []),
  ];
  const rows = await itemRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  return page(
    rows,
    query.limit,
    (row) => ({ ...lineOf(context, row, names), can: canOf(context, row) }),
    (row) => cursorOf(row.number, row.id),
  );
}

function narrowed(context: Context, query: ItemsQuery, { today }: Names): RawBuilder<unknown>[] {
  const { sort, kind, state, holder, customer, place, ticket, text, overdue, damaged, valid } = query;
  const holds = sql`e.state = 'issued' and (e.valid_until is null or e.valid_until >= ${today})`;
  const late = sql`coalesce(e.due_back < ${context.now}::timestamptz, false)`;
  return [
    ...(sort ? [sql`i.sort = ${sort}`] : []),
    ...(kind ? [sql`i.kind = ${kind}`] : []),
    ...(state ? [sql`e.state = ${state}`] : []),
    ...(holder ? [sql`e.to_person_id = ${holder}`] : []),
    ...(customer ? [sql`(e.to_customer_id = ${customer} or i.customer_id = ${customer})`] : []),
    ...(place ? [sql`i.place_id = ${place}`] : []),
    ...(ticket ? [sql`exists (select 1 from custody_entry x where x.item_id = i.id and x.ticket_id = ${ticket})`] : []),
    ...(text ? [sql`(i.number || ' ' || i.label) ilike ${`%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`] : []),
    ...(overdue === undefined ? [] : [sql`${late} = ${overdue}`]),
    ...(damaged === undefined ? [] : [sql`(e.condition = 'damaged' and e.to_kind <> 'nobody') = ${damaged}`]),
    ...(valid === undefined ? [] : [valid ? holds : sql`e.state = 'issued' and e.valid_until < ${today}`]),
  ];
}

/** Things `i` with their last entry `e`. */
export async function itemRows({ tx }: Context, wanted: RawBuilder<unknown>, limit: number): Promise<ItemRow[]> {
  type Row = Omit<ItemRow, 'last'> &
    EntryRow & { entry_id: EntryRow['id']; item_seq: number; keeper_id: ItemRow['by_id'] };
  const { rows } = await sql<Row>`
    select e.*, ${ENTRY_NAMES}, e.id as entry_id, i.seq as item_seq, i.by_id as keeper_id, i.id, i.centre_id, i.kind, i.sort, i.number,
      i.label, i.place_id, i.customer_id, i.worth::float8 as worth, i.currency, i.registered_at,
      case when p.id is not null then json_build_object('id', p.id, 'code', p.code, 'name', p.name) end as place,
      case when cu.id is not null then json_build_object('id', cu.id, 'name', cu.name) end as customer
    from custody_item i join custody_entry e on e.item_id = i.id and e.seq = i.seq
      left join place p on p.id = i.place_id left join customer cu on cu.id = i.customer_id
    where ${wanted} order by i.number, i.id limit ${limit}`.execute(tx);
  return rows.map((row) => ({ ...row, by_id: row.keeper_id, seq: row.item_seq, last: { ...row, id: row.entry_id } }));
}

/** A thing as lists and its own page say it. */
export function lineOf({ now }: Context, row: ItemRow, names: Names): Omit<CustodyLine, 'can'> {
  const last = entryView(row.last, names);
  const isIssued = last.state === 'issued';
  return {
    id: row.id,
    kind: names.kind(row.kind),
    sort: row.sort,
    number: row.number,
    label: row.label,
    place: row.place,
    customer: row.customer,
    worth: row.worth === null ? null : { amount: row.worth, currency: row.currency! },
    state: last.state,
    condition: last.condition,
    holder: last.to,
    since: last.happenedAt,
    purpose: last.purpose,
    dueBack: last.dueBack,
    overdue: last.dueBack !== null && last.dueBack < now,
    validUntil: last.validUntil,
    valid: isIssued ? last.validUntil === null || last.validUntil >= names.today : null,
    ticket: last.ticket,
  };
}

/** Each act by its name: why not, as the thing stands. */
export function canOf({ actor }: Context, row: ItemRow): Record<string, Refusal | null> {
  const may = whyNotKeep(actor, row.centre_id);
  const standing = { sort: row.sort, state: row.last.state, condition: row.last.condition };
  return Object.fromEntries(ENTERED_ACTS.map((act) => [act, may ?? whyNotEnter(standing, act)]));
}
