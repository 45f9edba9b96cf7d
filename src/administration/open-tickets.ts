import type { Kind } from '../pack/format.ts';
import type { CurrentKind } from '../pack/kinds.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';

export type Standing = { version: number; stage: string; open: number };

/** How many tickets of a kind are open, by the version they are held to and the stage they stand at. */
export async function standingTickets(context: Context, kind: string): Promise<Standing[]> {
  const rows = await context.tx
    .selectFrom('ticket')
    .select((e) => ['kind_version as version', 'stage', e.fn.countAll<string>().as('open')])
    .where('kind', '=', kind)
    .where('closed_at', 'is', null)
    .groupBy(['kind_version', 'stage'])
    .orderBy('kind_version')
    .orderBy('stage')
    .execute();
  return rows.map((row) => ({ ...row, open: Number(row.open) }));
}

/** The definitions that open tickets are held to, by version. */
export async function definitionsOf(
  context: Context,
  kind: string,
  standing: readonly Standing[],
): Promise<ReadonlyMap<number, Kind>> {
  const definitions = new Map<number, Kind>();
  for (const { version } of standing)
    if (!definitions.has(version)) definitions.set(version, await kindOf(context, kind, version));
  return definitions;
}

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
