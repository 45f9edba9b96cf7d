import type { z } from 'zod';
import { isLate } from '../../commitment/commitment.ts';
import { lockCommitment } from '../../commitment/rows.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { centreOfDepartment } from '../facts.ts';
import type { issueNoticeInput } from '../inputs.ts';
import type { Draft } from './write-notices.ts';
import { writeNotices } from './write-notices.ts';

type Input = z.output<typeof issueNoticeInput>;

/**
 * Issues a notice by hand: for a promise that was not kept, instead of asking for a ruling (the journal keeps which was
 * chosen, ESCL-01), or for what supervision found. The same id again issues nothing twice. Answers with its id.
 */
export async function issueNotice(context: Context, input: Input): Promise<Id<'rectification'>> {
  if (input.id && (await exists(context, input.id))) return input.id;
  const draft = input.commitmentId
    ? await draftForLate(context, input, input.commitmentId)
    : await draftFor(context, input);
  orForbid(
    can(context.actor, 'rectification.issue', {
      departments: [draft.departmentId],
      centreId: draft.centreId,
    }),
  );
  const [written] = await writeNotices(context, [draft]);
  return written!.id;
}

async function exists(context: Context, id: Id<'rectification'>): Promise<boolean> {
  const row = await context.tx.selectFrom('rectification').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

async function draftFor(context: Context, input: Input): Promise<Draft> {
  if (input.departmentId === undefined) throw new Invalid('notice.department_missing', { path: 'departmentId' });
  if (input.deadlineAt && input.deadlineAt <= context.now)
    throw new Invalid('notice.deadline_in_past', { path: 'deadlineAt' });
  const ticketId = await ticketOf(context, input);
  return {
    id: input.id,
    source: 'supervision',
    departmentId: input.departmentId,
    centreId: await centreOfDepartment(context.tx, input.departmentId),
    findings: input.findings,
    ticketId,
    workOrderId: input.workOrderId,
    deadlineAt: input.deadlineAt,
  };
}

/** A notice about an order stands under the order's ticket, named or not. */
async function ticketOf(context: Context, input: Input): Promise<Id<'ticket'> | undefined> {
  if (input.workOrderId === undefined) {
    if (input.ticketId) await requireTicket(context, input.ticketId);
    return input.ticketId;
  }
  const order = await context.tx
    .selectFrom('work_order')
    .select('ticket_id')
    .where('id', '=', input.workOrderId)
    .executeTakeFirst();
  if (!order || (input.ticketId !== undefined && input.ticketId !== order.ticket_id))
    throw new NotFound('work_order.unknown');
  return order.ticket_id;
}

async function requireTicket(context: Context, id: Id<'ticket'>): Promise<void> {
  const found = await context.tx.selectFrom('ticket').select('id').where('id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound('ticket.unknown');
}

/** Under the promise's lock, so that its ladder does not issue the same one at the same moment. */
async function draftForLate(context: Context, input: Input, commitmentId: Id<'commitment'>): Promise<Draft> {
  const row = await lockCommitment(context.tx, commitmentId);
  if (!row) throw new NotFound('commitment.unknown');
  if (!isLate(row, context.now)) throw new Refused('notice.not_late');
  const departmentId = input.departmentId ?? row.department_id ?? undefined;
  const draft = await draftFor(context, { ...input, departmentId, ticketId: row.ticket_id ?? undefined });
  const before = await context.tx
    .selectFrom('rectification')
    .select('number')
    .where('commitment_id', '=', commitmentId)
    .where('source', '=', 'late')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (before) throw new Refused('notice.already_issued', { number: before.number });
  return { ...draft, source: 'late', commitmentId };
}
