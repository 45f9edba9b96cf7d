import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';

export type Carried = {
  id: Id<'commitment'>;
  /** The ticket it belongs to from now on. */
  ticketId: Id<'ticket'>;
  /** It is about that ticket itself, and not about work under it. */
  ownSubject: boolean;
  ownerId: Id<'person'> | null;
};

/**
 * Promises that go along with what they are about, from one ticket to another: when they fall due, and what was told of them,
 * stays as it is. Settled ones stay where they were settled.
 */
export async function carryCommitments(context: Context, carried: readonly Carried[]): Promise<void> {
  for (const { id, ticketId, ownSubject, ownerId } of carried) {
    const row = await context.tx
      .updateTable('commitment')
      .set({ ticket_id: ticketId, owner_id: ownerId, ...(ownSubject ? { subject_id: ticketId } : {}) })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .returning(['id', 'kind', 'due_at'])
      .executeTakeFirst();
    if (row) await noteCarried(context, row, ticketId);
  }
}

function noteCarried(
  context: Context,
  row: Pick<Commitment, 'id' | 'kind' | 'due_at'>,
  ticketId: Id<'ticket'>,
): Promise<void> {
  return record(context, {
    subject: { type: 'commitment', id: row.id },
    type: 'commitment.carried',
    ticketId,
    data: { kind: row.kind, dueAt: row.due_at },
  });
}
