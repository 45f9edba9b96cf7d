import { sql } from 'kysely';
import type { Commitment } from '../commitment/commitment.ts';
import type { Kind } from '../pack/format.ts';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';
import type { Ticket } from '../ticket/ticket.ts';
import type { MergeFacts, Stood } from './merging.ts';

/** What runs on a ticket and on the work under it, in the order in which it falls due. */
export function openClocksOf(tx: Tx, ticketId: Id<'ticket'>): Promise<Commitment[]> {
  return tx
    .selectFrom('commitment')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .where('settled_at', 'is', null)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
}

/** The promises that a kind makes; what comes along and is none of them would be kept by nothing. */
export function owedBy(kind: Kind): ReadonlySet<string> {
  return new Set(kind.commitments.map((rule) => rule.kind));
}

export async function mergeFactsOf(tx: Tx, ticket: Ticket): Promise<MergeFacts> {
  const facts = await sql<MergeFacts>`
    select
      (select count(*)::int from ruling r where r.ticket_id = ${ticket.id} and r.decided_at is null and r.withdrawn_at is null) as "openRulings",
      (select count(*)::int from ticket t where t.incident_id = ${ticket.id}) as reports`.execute(tx);
  return facts.rows[0]!;
}

/** How many of the promises that came along were settled since. */
export async function settledSince(tx: Tx, { came }: Stood['clocks']): Promise<number> {
  if (came.length === 0) return 0;
  const row = await tx
    .selectFrom('commitment')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where(
      'id',
      'in',
      came.map((one) => one.id),
    )
    .where('settled_at', 'is not', null)
    .where('subject_type', '=', 'ticket')
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
