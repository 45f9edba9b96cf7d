import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import type { DecideMove } from '../inputs.ts';
import { whyNotDecideProposal } from '../may.ts';
import { DECIDE_MOVE, whyNotOpen } from '../move.ts';
import { STAFF_RIGHTS, whyNotReach } from '../reach.ts';
import { GIVE_EFFECT, giveEffect, lockMove } from './give-effect.ts';

type MoveId = Id<'staff_move'>;

/** The verdict, with its date and remark. What is approved holds from its day; decided late, at once. */
export async function decideMove(context: Context, id: MoveId, input: DecideMove): Promise<void> {
  const move = await lockMove(context, id);
  const staff = await readStaff(context);
  // whom it does not concern learns nothing, not even that there is one; nor whom it is about
  if (whyNotReach(staff, context.actor, STAFF_RIGHTS, move.person_id)) throw new NotFound('staff_move.unknown');
  orForbid(whyNotDecideProposal(staff, context.actor, move.person_id));
  orForbid(move.proposed_by_id === context.actor.personId ? refusal('staff_move.own_proposal') : null);
  orRefuse(whyNotOpen(move));
  if (input.verdict === 'refused' && input.remark === '')
    throw new Invalid('staff_move.remark_missing', { path: 'remark' });
  await settleMove(context, id, input);
}

/** Whoever proposed it takes it back while it is not decided. */
export async function withdrawMove(context: Context, id: MoveId): Promise<void> {
  const move = await lockMove(context, id);
  if (move.proposed_by_id !== context.actor.personId) throw new NotFound('staff_move.unknown');
  orRefuse(whyNotOpen(move));
  await context.tx.updateTable('staff_move').set({ withdrawn_at: context.now }).where('id', '=', id).execute();
  await cancelCommitments(context, { subjectId: id, kinds: [DECIDE_MOVE], reason: 'withdrawn' });
  await record(context, { subject: { type: 'staff_move', id }, type: 'staff_move.withdrawn' });
}

/** Writes the verdict; what is approved is given effect on its day, by the outbox, or at once where the day has come. */
export async function settleMove(context: Context, id: MoveId, { verdict, remark }: DecideMove): Promise<void> {
  const { tx, now } = context;
  const row = await tx
    .updateTable('staff_move')
    .set({ verdict, remark, decided_by_id: actingPerson(context), decided_at: now })
    .where('id', '=', id)
    .returning(['person_id', 'proposed_by_id', 'effective_at'])
    .executeTakeFirstOrThrow();
  await keepCommitments(context, { subjectId: id, kinds: [DECIDE_MOVE] });
  const data = { personId: row.person_id, proposedBy: row.proposed_by_id, verdict };
  await record(context, { subject: { type: 'staff_move', id }, type: 'staff_move.decided', data });
  if (verdict === 'refused') return;
  if (row.effective_at <= now) await giveEffect(context, id);
  else await afterwards(context, GIVE_EFFECT, id, { moveId: id }, row.effective_at);
}
