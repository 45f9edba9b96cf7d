import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Commitment } from '../commitment.ts';
import { OWN_WORD } from '../commitment.ts';
import type { Which } from '../rows.ts';
import { lockOpen } from '../rows.ts';
import { saveCommitments } from '../saving.ts';

export type Move = Omit<Which, 'ownerId'> & {
  /** Only what this person owes. */
  fromId?: Id<'person'> | undefined;
  toId?: Id<'person'> | null | undefined;
  postId?: Id<'post'> | null | undefined;
  departmentId?: Id<'department'> | null | undefined;
};

/**
 * Somebody else owes it now: a hand-over was accepted, a person left, the work went to another department. The clock does not
 * notice; whoever is told next is found by the new owner. What already is where it should be is left alone, and so is what
 * somebody owes his own word on.
 */
export async function moveCommitments(context: Context, move: Move): Promise<Commitment[]> {
  const { fromId, toId, postId, departmentId, ...which } = move;
  const open = await lockOpen(context.tx, { ...which, ownerId: fromId });
  const pairs = open
    .filter((row) => fromId === undefined || !OWN_WORD.includes(row.kind))
    .map((row) => ({ row, moved: movedTo(row, { toId, postId, departmentId }) }))
    .filter(({ row, moved }) => differs(row, moved));
  const rows = pairs.map(({ moved }) => moved);
  await saveCommitments(context, rows);
  await record(
    context,
    ...pairs.map(({ row, moved }) => ({
      subject: { type: 'commitment' as const, id: row.id },
      type: 'commitment.moved',
      ticketId: row.ticket_id,
      data: { kind: row.kind, from: holders(row), to: holders(moved) },
    })),
  );
  return rows;
}

function movedTo(row: Commitment, to: Pick<Move, 'toId' | 'postId' | 'departmentId'>): Commitment {
  return {
    ...row,
    owner_id: to.toId === undefined ? row.owner_id : to.toId,
    post_id: to.postId === undefined ? row.post_id : to.postId,
    department_id: to.departmentId === undefined ? row.department_id : to.departmentId,
  };
}

function holders(row: Commitment): { ownerId: string | null; postId: string | null; departmentId: string | null } {
  return { ownerId: row.owner_id, postId: row.post_id, departmentId: row.department_id };
}

function differs(one: Commitment, other: Commitment): boolean {
  return one.owner_id !== other.owner_id || one.post_id !== other.post_id || one.department_id !== other.department_id;
}
