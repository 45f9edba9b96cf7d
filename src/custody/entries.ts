import { sql } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Item } from './facts.ts';
import { STANDS } from './facts.ts';
import type { EntriesQuery } from './inputs.ts';
import type { EntryRow } from './rows.ts';
import { ENTRY_NAMES, entryView, inScope, namesFor } from './rows.ts';
import type { custodyEntriesOut } from './view.ts';

type Row = EntryRow & Pick<Item, 'kind' | 'sort' | 'number' | 'label'>;

/** The ledger over all things, the newest entry first: drawings and returns of a day, reports of damage, passes issued in a month. */
export async function listEntries(context: Context, query: EntriesQuery): Promise<z.input<typeof custodyEntriesOut>> {
  const { sort, kind, act, reports, item, person, customer, from, until } = query;
  const after = readMomentAndId(query.after);
  const wanted = [
    inScope(context),
    ...(sort ? [sql`i.sort = ${sort}`] : []),
    ...(kind ? [sql`i.kind = ${kind}`] : []),
    // what was taken back did not happen, unless corrections are asked for or the whole ledger is
    ...(act ? [sql`e.act = ${act}`, ...(act === 'corrected' ? [] : [STANDS])] : []),
    ...(reports === undefined ? [] : [sql`(e.what_happened <> '') = ${reports}`]),
    ...(item ? [sql`e.item_id = ${item}`] : []),
    ...(person ? [sql`${person} in (e.from_person_id, e.to_person_id, e.by_id)`] : []),
    ...(customer ? [sql`${customer} in (e.from_customer_id, e.to_customer_id)`] : []),
    ...(from ? [sql`e.happened_at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`e.happened_at < ${until}::timestamptz`] : []),
    ...(after ? [sql`(e.happened_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Row>`
    select e.*, ${ENTRY_NAMES}, i.kind, i.sort, i.number, i.label
    from custody_entry e join custody_item i on i.id = e.item_id
    where ${sql.join(wanted, sql` and `)} order by e.happened_at desc, e.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const names = await namesFor(context);
  return page(
    rows,
    query.limit,
    (row) => ({
      ...entryView(row, names),
      item: { id: row.item_id, kind: names.kind(row.kind), sort: row.sort, number: row.number, label: row.label },
    }),
    (row) => cursorOf(row.happened_at, row.id),
  );
}
