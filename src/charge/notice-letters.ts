import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Words } from '../kernel/words.ts';
import { centres } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { chargingOf, SETTLED } from './facts.ts';
import type { ChargeItem } from './items.ts';
import type { Letter } from './letters.ts';

type Row = {
  notice: string;
  centre_id: Id<'centre'>;
  customer: string;
  name: Words;
  standard: ChargeItem['standard'];
  place: string | null;
  begins: string | null;
  open: number;
  due_day: string;
  note: string;
};

/** What stands in the letters of these notices. A bill says what was billed, whatever was paid since. */
export async function lettersOf(
  context: Context,
  ids: readonly Id<'charge_notice'>[],
): Promise<Map<Id<'charge_notice'>, Letter>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select n.id as notice, c.centre_id, u.name as customer, c.item->'name' as name, c.item->'standard' as standard, p.code as place,
      c.begins, c.amount as open, c.due_day, c.note
    from charge_notice n join charge c on (c.run_id = n.run_id or c.id = n.charge_id) and c.customer_id = n.customer_id
    join customer u on u.id = n.customer_id left join place p on p.id = c.place_id
    where n.id = any(${ids}::uuid[]) order by p.code, c.id`.execute(context.tx);
  return (await asLetters(context, rows, (row) => row.notice)) as Map<Id<'charge_notice'>, Letter>;
}

/** What is overdue of these customers at a centre, as it stands in a dunning notice. */
export async function dunningLettersOf(
  context: Context,
  centreId: Id<'centre'>,
  customers: readonly Id<'customer'>[],
  today: string,
): Promise<Map<Id<'customer'>, Letter>> {
  const { rows } = await sql<Row & { customer_id: string }>`
    select c.customer_id, '' as notice, c.centre_id, u.name as customer, c.item->'name' as name, null as standard, p.code as place, c.begins,
      c.amount - s.settled as open, c.due_day, c.note
    from charge c ${SETTLED} join customer u on u.id = c.customer_id left join place p on p.id = c.place_id
    where c.customer_id = any(${customers}::uuid[]) and c.centre_id = ${centreId} and c.amount > s.settled and c.due_day < ${today}
    order by c.due_day, c.id`.execute(context.tx);
  return (await asLetters(context, rows, (row) => row.customer_id)) as Map<Id<'customer'>, Letter>;
}

async function asLetters<One extends Row>(
  context: Context,
  rows: readonly One[],
  keyOf: (row: One) => string,
): Promise<Map<string, Letter>> {
  const { currency } = await chargingOf(context);
  const known = await centres(context);
  const letters = new Map<string, Letter>();
  for (const [key, some] of Map.groupBy(rows, keyOf)) {
    const { centre_id, customer, standard } = some[0]!;
    letters.set(key, {
      organisation: context.organisation.name,
      phone: known.get(centre_id)?.phone ?? null,
      customer,
      currency,
      standard,
      lines: some.map(({ name, place, begins, open, due_day: dueDay, note }) => ({
        name,
        place,
        begins,
        open,
        dueDay,
        note,
      })),
    });
  }
  return letters;
}
