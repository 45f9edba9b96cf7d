import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { whyNotByMoney } from '../../charge/paid.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Approval, Kind, Stage } from '../../pack/format.ts';
import { approvalClock } from '../../pack/approval-shape.ts';
import { whyNotByPapers } from '../../formality/formality.ts';
import { standingOf } from '../../formality/standing.ts';
import { kindOf } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { attachFiles } from '../../platform/files/store-file.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { whyNotByReceipts } from '../../receipt/receipt.ts';
import type { Verdicts } from '../approvals.ts';
import { decidingPost, fieldsOf, nextToAsk, notApprover, whyNotDecide, whyNotEnter, whyNotGive } from '../approvals.ts';
import { allowToSee, lockTicket, verdictsOf } from '../facts.ts';
import type { approveInput } from '../inputs.ts';
import { atMoment } from '../moments.ts';
import { receiptFacts } from '../receipts-of.ts';
import { isOwed } from '../owed-approval.ts';
import type { ApprovalTable } from '../table.ts';
import type { Ticket } from '../ticket.ts';
import { isWaiting } from '../ticket.ts';
import { askApproval } from './ask-approval.ts';
import { applyChange } from './change-ticket.ts';
import { setStage } from './move-stage.ts';
import { tellOfApproval } from './tell-of-approval.ts';

function approvalNamed(kind: Kind, key: string): Approval {
  const found = kind.approvals?.find((one) => one.key === key);
  if (!found) throw new NotFound('ticket.approval_unknown');
  return found;
}

type Input = z.output<typeof approveInput>;

/**
 * Approved or refused by the role or post that may, dated; the next stage waits for it, and the customer is owed word of it.
 * Whoever decides fills in what it needs as he does, whatever else he may do to the ticket.
 */
export async function approve(context: Context, id: string, input: Input): Promise<void> {
  const found = await lockTicket(context, id);
  await allowToSee(context, found);
  await expectVersion(context, id, input.version);
  const kind = await kindOf(context, found.kind, found.kind_version);
  const approval = approvalNamed(kind, input.approval);
  const post = decidingPost(approval, found, context.actor.posts);
  if (post === null) return orForbid(notApprover(approval));
  const verdicts = await verdictsOf(context.tx, found.id);
  orRefuse(whyNotDecide(found, kind, approval, verdicts));
  const ticket = await filledIn(context, found, kind, approval, input);
  if (input.verdict === 'approved') {
    orRefuse(whyNotGive(kind, approval, ticket.fields));
    orRefuse(whyNotByReceipts(kind, approval, await receiptFacts(context, ticket, kind)));
    orRefuse(whyNotByPapers(kind, approval, ticket.fields, await standingOf(context.tx, ticket.id, kind)));
    orRefuse(await whyNotByMoney(context, approval, ticket.id));
  }
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
    ...(await signedOn(context, ticket, approval, input)),
  };
  await context.tx.insertInto('approval').values(row).execute();
  await keepCommitments(context, { subjectId: ticket.id, kinds: [approvalClock(approval.key)] });
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: input.verdict === 'approved' ? 'ticket.approved' : 'ticket.approval_refused',
    data: { approval: approval.key, row: row.id },
  });
  await atMoment(context, ticket, kind, { approved: approval.key }, context.now);
  if (input.verdict === 'approved') await goOn(context, ticket, kind, approval, verdicts);
}

/** What came with the decision: fields that the approval needs or asks for, and no others. */
async function filledIn(
  context: Context,
  ticket: Ticket,
  kind: Kind,
  approval: Approval,
  { fields = {} }: Input,
): Promise<Ticket> {
  const mine = fieldsOf(approval);
  const beside = Object.keys(fields).find((key) => !mine.includes(key));
  if (beside !== undefined) throw new Invalid('field.not_asked', { path: `fields.${beside}`, field: beside });
  return applyChange(context, ticket, kind, { fields });
}

/** The customer signs by name, and draws where he can; what he drew belongs to the ticket. */
async function signedOn(
  context: Context,
  ticket: Ticket,
  approval: Approval,
  { verdict, signedBy, signatureId }: Input,
): Promise<Pick<ApprovalTable, 'signed_by' | 'signature_id'>> {
  const customers = approval.signature === 'customer';
  if (signedBy && !customers) throw new Invalid('ticket.signature_not_asked', { path: 'signedBy' });
  if (((customers && verdict === 'approved') || signatureId) && !signedBy)
    throw new Invalid('ticket.signer_missing', { path: 'signedBy' });
  if (signatureId) await attachFiles(context, [signatureId], { type: 'ticket', id: ticket.id });
  return { signed_by: signedBy || null, signature_id: signatureId ?? null };
}

/** Given: whoever is to know hears of it, the stage that waited is entered, and the next is asked for. */
async function goOn(context: Context, ticket: Ticket, kind: Kind, approval: Approval, before: Verdicts): Promise<void> {
  await tellOfApproval(context, ticket, approval);
  const verdicts: Verdicts = { ...before, [approval.key]: 'approved' };
  const to = stageToEnter(ticket, kind, approval, verdicts);
  if (to) await setStage(context, ticket, kind, to);
  const next = nextToAsk(kind, to?.key ?? ticket.stage, verdicts);
  // coming to a stage may have asked for it
  if (next && !(await isOwed(context, ticket, next))) await askApproval(context, ticket, next, context.now);
}

/** The stage that waited for it, where it waits for nothing else, the kind leads there from here, and nobody is waited for. */
function stageToEnter(ticket: Ticket, kind: Kind, { before }: Approval, verdicts: Verdicts): Stage | null {
  const here = kind.stages.find((stage) => stage.key === ticket.stage);
  const to = kind.stages.find((stage) => stage.key === before);
  if (to?.class !== 'active' || isWaiting(ticket) || !here?.next.includes(to.key)) return null;
  return whyNotEnter(kind, to.key, verdicts) === null ? to : null;
}
