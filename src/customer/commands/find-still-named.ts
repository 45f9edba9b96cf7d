import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { namedIn, patternOf } from '../../platform/erase-names.ts';
import { elsewhere } from '../elsewhere.ts';
import type { NamedPlace } from '../still-named.ts';
import { NAMED_PLACES } from '../still-named.ts';

type Found = { row_id: string; ticket_id: Id<'ticket'> | null; centre_id: Id<'centre'> | null };

/**
 * Looks through everybody else's matters for these names and numbers, and notes each text that holds one, so that a person decides
 * about it; what holds none of them is left alone. Reads the texts themselves, not the search: notes and much else are not in that.
 * Answers how many it found.
 */
export async function findStillNamed(
  context: Context,
  customerId: Id<'customer'>,
  names: readonly string[],
): Promise<number> {
  const pattern = patternOf(names);
  if (pattern === null) return 0;
  let found = 0;
  for (const place of NAMED_PLACES) {
    const rows = await findIn(context, place, pattern);
    if (rows.length === 0) continue;
    found += rows.length;
    const noted = rows.map((row) => ({ ...row, id: newId<'still_named'>(context.now) }));
    await sql`
      insert into still_named (id, customer_id, ticket_id, centre_id, place, row_id, words, found_at)
      select id, ${customerId}::uuid, ticket_id, centre_id, ${place}, row_id, ${names}::text[], ${context.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as n(id uuid, ticket_id uuid, centre_id uuid, row_id uuid)`.execute(
      context.tx,
    );
  }
  return found;
}

async function findIn({ tx }: Context, place: NamedPlace, pattern: string): Promise<Found[]> {
  const { key, ticket, centre, ...book } = elsewhere(place);
  const { rows } = await sql<Found>`
    select distinct f.row_id, f.ticket_id, coalesce(f.centre_id, t.centre_id) as centre_id
    from (select ${sql.ref(`x.${key}`)} as row_id, ${ticket} as ticket_id, ${centre ?? sql`null::uuid`} as centre_id
      from ${sql.table(book.table)} x where ${namedIn(book, pattern)}) f
    left join ticket t on t.id = f.ticket_id order by f.row_id`.execute(tx);
  return rows;
}
