import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Kind } from '../pack/format.ts';
import type { Tx } from '../platform/tx.ts';
import type { Standing } from './formality.ts';

/** How each paper of a ticket stands by the last look at it; null: its kind asks for none, and nothing is read. */
export async function standingOf(
  tx: Tx,
  ticketId: Id<'ticket'>,
  { papers }: Pick<Kind, 'papers'>,
): Promise<Standing | null> {
  if (!papers) return null;
  const { rows } = await sql<{ paper: string } & Standing[string]>`
    select distinct on (paper) paper, state, pieces from ticket_paper
    where ticket_id = ${ticketId} order by paper, no desc`.execute(tx);
  return Object.fromEntries(rows.map(({ paper, ...last }) => [paper, last]));
}
