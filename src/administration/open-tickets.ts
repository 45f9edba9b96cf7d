import type { CurrentKind } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';

const PAGE = 500;

export type Moving = { key: CurrentKind['key']; before: number | null };

/** Open tickets of a kind that are not on a version yet, page by page in the order of their ids. */
export async function* openTicketsOf(context: Context, { key, before }: Moving): AsyncGenerator<Ticket[]> {
  let after: Ticket['id'] | null = null;
  for (;;) {
    let query = context.tx.selectFrom('ticket').selectAll().where('kind', '=', key).where('closed_at', 'is', null);
    if (before !== null) query = query.where('kind_version', '<', before);
    if (after !== null) query = query.where('id', '>', after);
    const rows: Ticket[] = await query.orderBy('id').limit(PAGE).execute();
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}
