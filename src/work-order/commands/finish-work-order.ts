import type { z } from 'zod';
import { Invalid } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { keepWorkClocks } from '../clocks.ts';
import { lockForStep } from '../facts.ts';
import type { doneInput } from '../inputs.ts';
import { moveOrder, settleAppointment } from './take-steps.ts';

/**
 * The work is done: what was found, what was done about it, how long it took, photos, and the customer's signature
 * (WORK-11). Done counts from when it happened on the spot, not from when the phone found a connection.
 */
export async function finishWorkOrder(context: Context, id: string, input: z.output<typeof doneInput>): Promise<void> {
  const { order, ticket } = await lockForStep(context, id, 'finish');
  const at = happened(context, input.happenedAt, order.accepted_at ?? order.issued_at);
  if (input.signatureId !== undefined && input.signedBy === undefined)
    throw new Invalid('work_order.signer_missing', { path: 'signedBy' });
  const subject = { type: 'work_order', id: order.id } as const;
  await attachFiles(context, [...input.photoIds, ...(input.signatureId ? [input.signatureId] : [])], subject);
  await keepWorkClocks(context, order, ['work_accept', 'work_arrive', 'work_complete'], at);
  await settleAppointment(context, order, 'kept');
  const { findings, measures, minutes } = input;
  await moveOrder(
    context,
    order,
    ticket,
    {
      stage: 'done',
      arrived_at: order.arrived_at ?? at,
      done_at: at,
      findings,
      measures,
      minutes,
      informed_id: input.informedId ?? null,
      signed_by: input.signedBy ?? null,
      signature_id: input.signatureId ?? null,
    },
    { type: 'work_order.done', happenedAt: at, data: { minutes, photos: input.photoIds, owner: ticket.owner_id } },
  );
  if (input.informedId) {
    await record(context, {
      subject,
      ticketId: ticket.id,
      type: 'work_order.informed',
      happenedAt: at,
      data: { person: input.informedId },
    });
  }
}
