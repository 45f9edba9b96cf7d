import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { whyNotCorrect } from './custody.ts';
import { whyNotKeep } from './facts.ts';
import { canOf, itemRows, lineOf } from './list.ts';
import type { EntryRow, ItemRow, Names } from './rows.ts';
import { ENTRY_NAMES, entryView, namesFor } from './rows.ts';
import type { Former } from './table.ts';
import type { CustodyPage } from './view.ts';

/** A thing with its whole ledger and what was ever put right of it. */
export async function itemPage(context: Context, id: Id<'custody_item'>): Promise<CustodyPage> {
  const [row] = await itemRows(context, sql`i.id = ${id}`, 1);
  if (!row) throw new NotFound('custody.unknown');
  const { actor, tx } = context;
  orForbid(can(actor, 'custody.see', { people: [], departments: [], centreId: row.centre_id }));
  const names = await namesFor(context);
  const { rows: entries } = await sql<EntryRow>`
    select e.*, ${ENTRY_NAMES} from custody_entry e where e.item_id = ${id} order by e.seq`.execute(tx);
  const may = whyNotKeep(actor, row.centre_id);
  return {
    ...lineOf(context, row, names),
    version: await versionOf(tx, id),
    entries: entries.map((entry) => entryView(entry, names)),
    former: await formerOf(context, row, names),
    can: { ...canOf(context, row), change: may, correct: may ?? whyNotCorrect(row.last) },
  };
}

/** Places and customers by what they are called today. */
async function formerOf({ tx }: Context, { id }: ItemRow, { people }: Names): Promise<CustodyPage['former']> {
  type Row = { before: Former; by_id: Id<'person'>; at: Instant; place: string | null; customer: string | null };
  const { rows } = await sql<Row>`
    select x.before, x.by_id, x.at, p.code as place, c.name as customer from custody_change x
    left join place p on p.id = (x.before->>'place_id')::uuid left join customer c on c.id = (x.before->>'customer_id')::uuid
    where x.item_id = ${id} order by x.no`.execute(tx);
  return rows.map(({ before: { place_id, customer_id, ...rest }, by_id, at, place, customer }) => ({
    before: {
      ...rest,
      ...(place_id === undefined ? {} : { place }),
      ...(customer_id === undefined ? {} : { customer }),
    },
    by: named(people, by_id)!,
    at,
  }));
}
