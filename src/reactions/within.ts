import type { Reaction } from '../platform/context.ts';
import { followSettled } from './follow-settled.ts';
import { moveWorkOfAbsent, moveWorkOfLeft } from './move-open-work.ts';
import { reportInvestigation } from './report-investigation.ts';
import { beginFirstSummaries, tellSummary } from './summaries.ts';
import { offerServices } from './offer-services.ts';
import { reportFinding } from './tell-findings.ts';
import * as notices from './tell-notices.ts';
import * as offers from './tell-offers.ts';
import { tellReopened } from './tell-owner.ts';
import { tellRuled, tellRulingAsked } from './tell-rulings.ts';
import { tellCompliment } from './tell-compliments.ts';
import { tellSeverity } from './tell-severity.ts';
import { keepUrgingAnswered, tellUrged } from './tell-urged.ts';
import * as approvals from './tell-approvals.ts';
import { tellSlip } from './tell-visits.ts';
import * as orders from './tell-work-orders.ts';
import * as visits from './visit-back.ts';
import { withdrawErrors } from './withdraw-errors.ts';

/** Event type to what follows from it, in this order, in the same transaction. */
export const WITHIN: Record<string, readonly Reaction[]> = {
  'commitment.told_in_error': [withdrawErrors],
  'finding.recorded': [reportFinding],
  'organisation.created': [beginFirstSummaries, offerServices],
  'person.absent': [moveWorkOfAbsent],
  'person.left': [moveWorkOfLeft],
  'rectification.issued': [notices.tellNoticeIssued],
  'rectification.rejected': [notices.tellNoticeRejected],
  'rectification.replied': [notices.tellNoticeReplied],
  'rectification.verified': [notices.tellNoticeVerified],
  'rectification.withdrawn': [notices.tellNoticeWithdrawn],
  'return_visit.made': [tellSlip],
  'summary.submitted': [tellSummary],
  'ticket.accepted': [offers.tellAccepted],
  'ticket.approval_asked': [approvals.tellToApprove],
  'ticket.approval_refused': [approvals.tellApproval],
  'ticket.approved': [approvals.tellApproval],
  'ticket.cancelled': [visits.dropVisitsOfCancelled],
  'ticket.compliment_passed_on': [tellCompliment],
  'ticket.investigated': [reportInvestigation],
  'ticket.offer_refused': [offers.tellRefused],
  'ticket.offer_withdrawn': [offers.takeOfferBack],
  'ticket.offered': [offers.tellOffered],
  'ticket.reclassified': [visits.visitAsItsNewKind],
  'ticket.reopened': [visits.dropVisitsOfReopened, tellReopened],
  'ticket.resolved': [followSettled],
  'ticket.proposal_answered': [approvals.tellProposalAnswered],
  'ticket.proposal_passed': [approvals.tellProposalPassed],
  'ticket.proposal_planned': [approvals.tellProposalPlanned],
  'ticket.ruled': [tellRuled],
  'ticket.ruling_asked': [tellRulingAsked],
  'ticket.severity_raised': [tellSeverity],
  'ticket.urged': [tellUrged],
  'ticket.urging_acknowledged': [keepUrgingAnswered],
  'work_order.assigned': [orders.tellAssigned],
  'work_order.cancelled': [orders.takeOrderBack],
  'work_order.done': [orders.tellDone, keepUrgingAnswered],
  'work_order.informed': [orders.tellInformed],
  'work_order.issued': [orders.tellIssued],
  'work_order.no_access': [orders.tellNoAccess],
  'work_order.refused': [orders.tellRefusedWork],
};
