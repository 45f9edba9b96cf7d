import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import type { DispatchAct } from '../dispatch.ts';
import { dispatchStateOf, OWED_AS, whyNotAct } from '../dispatch.ts';
import { lockOrder, whyNotDispatch, whyNotReport } from '../facts.ts';

export type Reported = { act: DispatchAct; said: string; happenedAt?: Instant | undefined };

/**
 * What becomes of an order: he has it, cannot, or has done it, as he says himself or whoever sends there says for him; or it is called back
 * (SAFE-06). Nothing that was said before is changed by it.
 */
export async function reportOrder(
  context: Context,
  id: Id<'dispatch_order'>,
  { act, said, happenedAt }: Reported,
): Promise<void> {
  const { order, acts } = await lockOrder(context, id);
  orForbid(act === 'recalled' ? whyNotDispatch(context.actor, order) : whyNotReport(context.actor, order));
  orRefuse(whyNotAct(dispatchStateOf(acts), act));
  const at = happened(context, happenedAt, acts.at(-1)?.at ?? order.given_at);
  await context.tx
    .insertInto('dispatch_act')
    .values({
      order_id: id,
      no: acts.length + 1,
      act,
      at,
      said,
      by_id: actingPerson(context),
      recorded_at: context.now,
    })
    .execute();
  await settle(context, id, act, at);
  await record(context, {
    subject: { type: 'dispatch_order', id },
    type: `dispatch.${act}`,
    ticketId: order.ticket_id,
    happenedAt: at,
    data: { to: order.to_id, givenBy: order.given_by_id },
  });
}

/** Whoever cannot has answered all the same; what is called back is owed no more. */
async function settle(context: Context, id: Id<'dispatch_order'>, act: DispatchAct, at: Instant): Promise<void> {
  if (act !== 'recalled') {
    const kinds = act === 'done' ? [OWED_AS.take, OWED_AS.done] : [OWED_AS.take];
    await keepCommitments(context, { subjectId: id, kinds, happenedAt: at });
  }
  if (act === 'declined' || act === 'recalled') await cancelCommitments(context, { subjectId: id, reason: 'recalled' });
}
