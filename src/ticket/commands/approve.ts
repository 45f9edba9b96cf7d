import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound, orRefuse } from '../../kernel/refusal.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Approval, Kind } from '../../pack/format.ts';
import { approvalClock } from '../../pack/approval-shape.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { decidingPost, nextToAsk, notApprover, whyNotDecide } from '../approvals.ts';
import { allowToSee, lockTicket, verdictsOf } from '../facts.ts';
import type { approveInput } from '../inputs.ts';
import { atMoment } from '../moments.ts';
import { isOwed } from '../owed-approval.ts';
import type { Ticket } from '../ticket.ts';
import { isWaiting } from '../ticket.ts';
import { askApproval } from './ask-approval.ts';
import { setStage } from './move-stage.ts';

function approvalNamed(kind: Kind, key: string): Approval {
  const found = kind.approvals?.find((one) => one.key === key);
  if (!found) throw new NotFound('ticket.approval_unknown');
  return found;
}

/** Approved or refused by the role or post that may, dated; the next stage waits for it, and the customer is owed word of it. */
export async function approve(context: Context, id: string, input: z.output<typeof approveInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allowToSee(context, ticket);
  await expectVersion(context, id, input.version);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const approval = approvalNamed(kind, input.approval);
  const post = decidingPost(approval, ticket, context.actor.posts);
  if (post === null) return orForbid(notApprover(approval));
  orRefuse(whyNotDecide(ticket, kind, approval, await verdictsOf(context.tx, ticket.id)));
  const row = {
    id: newId<'approval'>(context.now),
    ticket_id: ticket.id,
    key: approval.key,
    verdict: input.verdict,
    role: post.role,
    post_id: post.id,
    words: input.words,
    by_id: actingPerson(context),
    at: context.now,
  };
  await context.tx.insertInto('approval').values(row).execute();
  await keepCommitments(context, { subjectId: ticket.id, kinds: [approvalClock(approval.key)] });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: input.verdict === 'approved' ? 'ticket.approved' : 'ticket.approval_refused',
    data: { approval: approval.key, row: row.id },
  });
  await atMoment(context, ticket, kind, 'approved', context.now);
  if (input.verdict !== 'approved') return;
  const stage = await goIn(context, ticket, kind, approval);
  const next = nextToAsk(kind, stage, await verdictsOf(context.tx, ticket.id));
  // coming to a stage may have asked for it
  if (next && !(await isOwed(context, ticket, next))) await askApproval(context, ticket, next, context.now);
}

/** What waited for it goes on into its stage, where the kind leads there from here and nobody is waited for. Answers where it stands now. */
async function goIn(context: Context, ticket: Ticket, kind: Kind, approval: Approval): Promise<string> {
  const here = kind.stages.find((stage) => stage.key === ticket.stage);
  const to = kind.stages.find((stage) => stage.key === approval.before);
  if (to?.class !== 'active' || isWaiting(ticket) || !here?.next.includes(to.key)) return ticket.stage;
  await setStage(context, ticket, kind, to);
  return to.key;
}
