import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion } from '../../platform/journal.ts';
import { allow, lockTicket } from '../../ticket/facts.ts';
import type { IssueParts } from '../inputs.ts';
import { issueWorkOrder } from './issue-work-order.ts';

/**
 * One case is handed to several departments at once (AGCY-04): a part for each, under the number of the case, every one with limits of its
 * own. The case ends only when all of them have. The same ids again issue nothing twice.
 */
export async function issueParts(context: Context, ticketId: Id<'ticket'>, input: IssueParts): Promise<number[]> {
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'work_order.issue', ticket);
  await expectVersion(context, ticketId, input.version);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  orRefuse(kind.parts ? null : refusal('ticket.has_no_parts'));
  const departments = input.parts.map(({ departmentId }) => departmentId);
  const twice = departments.findIndex((one, at) => departments.indexOf(one) !== at);
  if (twice >= 0) throw new Invalid('ticket.part_twice', { path: `parts.${twice}.departmentId` });
  const numbers: number[] = [];
  for (const part of input.parts) numbers.push((await issueWorkOrder(context, ticketId, part)).no);
  return numbers;
}
