import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Tx } from '../platform/tx.ts';

/** Who owes a summary, and by when. */
export type Owing = { ownerId: Id<'person'> | null; postId: Id<'post'> | null; dueAt: Instant | null };

export async function owedOn(tx: Tx, id: Id<'summary'>): Promise<Owing> {
  const row = await tx
    .selectFrom('commitment')
    .select(['owner_id', 'post_id', 'due_at'])
    .where('subject_id', '=', id)
    .executeTakeFirst();
  return { ownerId: row?.owner_id ?? null, postId: row?.post_id ?? null, dueAt: row?.due_at ?? null };
}
