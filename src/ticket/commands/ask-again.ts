import type { z } from 'zod';
import { orRefuse } from '../../kernel/refusal.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion } from '../../platform/journal.ts';
import { nextToAsk, whyNotAsk } from '../approvals.ts';
import { allow, lockTicket, verdictsOf } from '../facts.ts';
import type { askAgainInput } from '../inputs.ts';
import { isOwed } from '../owed-approval.ts';
import { askApproval } from './ask-approval.ts';

/** What was refused is asked for again, after what was missing came in: it is owed anew from now on. */
export async function askAgain(context: Context, id: string, input: z.output<typeof askAgainInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  await expectVersion(context, id, input.version);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const next = nextToAsk(kind, ticket.stage, await verdictsOf(context.tx, ticket.id));
  orRefuse(whyNotAsk(ticket, next, next !== null && (await isOwed(context, ticket, next))));
  await askApproval(context, ticket, next, context.now);
}
