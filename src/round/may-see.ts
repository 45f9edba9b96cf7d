import type { Id } from '../kernel/id.ts';
import type { Actor } from '../organisation/can.ts';
import type { Tx } from '../platform/tx.ts';
import { whyNotSee } from './scope.ts';

/** Whether somebody may see the photos of a round: whoever may see the round. */
export async function maySeeRound(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const round = await tx
    .selectFrom('round')
    .select(['post_id', 'keeper_id', 'department_id', 'centre_id'])
    .where('id', '=', id as Id<'round'>)
    .executeTakeFirst();
  return round !== undefined && whyNotSee(actor, round) === null;
}
