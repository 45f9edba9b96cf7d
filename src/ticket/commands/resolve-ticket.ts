import type { z } from 'zod';
import { json } from '../../kernel/json.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { kindOf } from '../../pack/kinds.ts';
import { resumeCommitments } from '../../commitment/commands/resume-commitments.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import { allow, closingFacts, lockTicket } from '../facts.ts';
import { whyNotResolve } from '../guards.ts';
import type { resolveInput } from '../inputs.ts';
import { atMoment } from '../moments.ts';
import { indexTicket } from '../search.ts';
import type { Kind } from '../../pack/format.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Ticket } from '../ticket.ts';
import { isWaiting, stageOf } from '../ticket.ts';
import { fieldsAfter } from './fields-after.ts';
import { keepReplaced } from './keep-former.ts';

/** The matter is settled, with its outcome. Reactions make the return visits that its kind asks for (VISIT-01). */
export async function resolveTicket(context: Context, id: string, input: z.output<typeof resolveInput>): Promise<void> {
  const found = await lockTicket(context, id);
  await allow(context, 'ticket.handle', found);
  await expectVersion(context, id, input.version);
  const kind = await kindOf(context, found.kind, found.kind_version);
  const fields = await fieldsAfter(context, found, kind, input.fields);
  const said = { outcome: input.outcome, fields };
  orRefuse(whyNotResolve({ ...found, ...said }, kind, { ...(await closingFacts(context.tx, found)), fields }));
  const at = happened(context, input.happenedAt, found.opened_at);
  await settle(context, found, kind, { ...said, at });
}

/** Writes that a ticket is settled, with its outcome and fields; whether it may be was asked before. */
export async function settle(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  { outcome, fields, at }: Pick<Ticket, 'outcome' | 'fields'> & { at: Instant },
  because: { incident?: Ticket['id'] } = {},
): Promise<Ticket> {
  if (isWaiting(ticket)) await resumeCommitments(context, { ticketId: ticket.id, happenedAt: at });
  const stage = stageOf(kind, 'resolved');
  await context.tx
    .updateTable('ticket')
    .set({ stage: stage.key, stage_class: stage.class, resolved_at: at, outcome, fields: json(fields) })
    .where('id', '=', ticket.id)
    .execute();
  const resolved = { ...ticket, stage: stage.key, stage_class: stage.class, resolved_at: at, outcome, fields };
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.resolved',
    happenedAt: at,
    data: { ...because, ...(await keepReplaced(context, ticket, resolved, { columns: ['outcome', 'fields'], kind })) },
  });
  if (ticket.stage_class === 'new') await atMoment(context, resolved, kind, 'accepted', at);
  await atMoment(context, resolved, kind, 'resolved', at);
  await indexTicket(context, resolved);
  return resolved;
}
