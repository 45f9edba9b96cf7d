import type { z } from 'zod';
import { orRefuse, Refused } from '../../kernel/refusal.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import { allow, lockTicket } from '../facts.ts';
import type { tellInput } from '../inputs.ts';
import { atMoment } from '../moments.ts';
import type { Ticket } from '../ticket.ts';
import { isDissatisfied, isEnded } from '../ticket.ts';
import { writeNote } from './add-note.ts';
import { hearAnswer } from './hear-answer.ts';
import { reopenTicket } from './reopen-ticket.ts';

/**
 * The customer was told the result (COMP-01, WORK-05, ESCL-02): by whom, whom, how and in what words. His view of it,
 * where he gave one, is kept; dissatisfied, he has his matter opened again (WORK-07). Nothing closes without this.
 */
export async function tellCustomer(context: Context, id: string, input: z.output<typeof tellInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  await expectVersion(context, id, input.version);
  if (isEnded(ticket)) orRefuse({ code: 'ticket.ended', params: { number: ticket.number } });
  if (ticket.stage_class !== 'resolved') throw new Refused('ticket.not_resolved');
  const at = happened(context, input.happenedAt, ticket.resolved_at ?? ticket.opened_at);
  await writeNote(context, ticket, { text: input.text, kind: 'answer', at });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.customer_told',
    happenedAt: at,
    data: {
      channel: input.channel,
      toWhom: input.toWhom === '' ? 'customer' : 'other',
      ...(input.satisfaction ? { satisfaction: input.satisfaction } : {}),
    },
  });
  await markTold(context, ticket, at, input.satisfaction);
  if (isDissatisfied(input.satisfaction))
    await reopenTicket(context, ticket.id, { reason: input.text, because: 'dissatisfied' });
}

/** Sets what telling means: told, answered, and every clock that waited for it kept. */
export async function markTold(
  context: Context,
  ticket: Ticket,
  at: NonNullable<Ticket['told_at']>,
  satisfaction?: number,
): Promise<void> {
  await context.tx
    .updateTable('ticket')
    .set({ told_at: at, answered_at: ticket.answered_at ?? at, ...(satisfaction ? { satisfaction } : {}) })
    .where('id', '=', ticket.id)
    .execute();
  await hearAnswer(context, ticket, at, 'told');
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  if (ticket.answered_at === null) await atMoment(context, ticket, kind, 'answered', at);
  await atMoment(context, { ...ticket, told_at: at }, kind, 'told', at);
}
