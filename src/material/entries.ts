import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { refusal } from '../kernel/refusal.ts';
import { can } from '../organisation/can.ts';
import { rowsInReach } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readDayAndId } from '../platform/http/cursor.ts';
import type { EntriesQuery } from './inputs.ts';
import { materialIn, namesFor } from './named.ts';
import type { MaterialEntryTable } from './table.ts';
import type { entriesOut, EntryView } from './view.ts';

type Row = Omit<Selectable<MaterialEntryTable>, 'cost'> & {
  cost: number;
  name: string;
  unit: string;
  corrected: boolean;
  corrected_because: string | null;
};

/** The ledger of material: what came in and what was issued, the newest day first; entries only (ASST-06). */
export async function listEntries(context: Context, query: EntriesQuery): Promise<z.input<typeof entriesOut>> {
  const own = sql`e.person_id = ${context.actor.personId}`;
  const wanted = [rowsInReach(context, 'material.see', { rows: 'e', own }), ...narrowed(query)];
  const after = readDayAndId(query.after);
  if (after) wanted.push(sql`(e.on_day, e.id) < (${after.day}, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select e.*, e.cost::float8 as cost, m.name, m.unit, c.id is not null as corrected, c.because as corrected_because
    from material_entry e join material m on m.id = e.material_id left join material_entry c on c.corrects_id = e.id
    where ${sql.join(wanted, sql` and `)} order by e.on_day desc, e.id desc limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const names = await namesFor(context);
  const view = (row: Row): EntryView => ({
    id: row.id,
    department: names.department(row.department_id),
    material: materialIn(row),
    sort: row.sort,
    quantity: row.quantity,
    onDay: row.on_day,
    requestId: row.request_id,
    person: names.person(row.person_id),
    supplier: row.supplier,
    cost: row.cost,
    currency: names.currency,
    expenseId: row.expense_id,
    corrects: row.corrects_id,
    corrected: row.corrected,
    because: row.corrected_because ?? row.because,
    by: names.person(row.by_id),
    at: row.at,
    can: { correct: whyNotCorrect(context, row) },
  });
  return page(rows, query.limit, view, (row) => cursorOf(row.on_day, row.id));
}

function narrowed(query: EntriesQuery): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = [];
  if (query.department) wanted.push(sql`e.department_id = ${query.department}`);
  if (query.material) wanted.push(sql`e.material_id = ${query.material}`);
  if (query.sort) wanted.push(sql`e.sort = ${query.sort}`);
  if (query.person) wanted.push(sql`e.person_id = ${query.person}`);
  if (query.request) wanted.push(sql`e.request_id = ${query.request}`);
  if (query.from) wanted.push(sql`e.on_day >= ${query.from}`);
  if (query.until) wanted.push(sql`e.on_day < ${query.until}`);
  return wanted;
}

function whyNotCorrect({ actor }: Context, { department_id, centre_id, corrected, corrects_id }: Row) {
  const keep = can(actor, 'material.keep', { departments: [department_id], centreId: centre_id });
  return keep ?? (corrected || corrects_id !== null ? refusal('material.corrected') : null);
}
