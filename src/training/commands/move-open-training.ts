import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { OWED_AS } from '../training.ts';

/** Somebody left: whoever takes over holds what he planned and coaches whom he coached; he is nobody's coach who walks the path himself. */
export async function moveOpenTraining(context: Context, fromId: Id<'person'>, toId: Id<'person'>): Promise<void> {
  await context.tx
    .updateTable('training_path')
    .set({ coach_id: toId })
    .where('coach_id', '=', fromId)
    .where('person_id', '<>', toId)
    .where('completed_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
  await moveCommitments(context, { fromId, toId, kinds: [OWED_AS.session, OWED_AS.path, OWED_AS.gap] });
}
