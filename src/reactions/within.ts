import type { Reaction } from '../platform/context.ts';
import { forgetInFiles } from './forget-in-files.ts';
import { followSettled } from './follow-settled.ts';
import { moveWorkOfAbsent, moveWorkOfLeft } from './move-open-work.ts';
import { reportInvestigation } from './report-investigation.ts';
import { beginFirstSummaries, tellSummary } from './summaries.ts';
import { reportFinding } from './tell-findings.ts';
import * as notices from './tell-notices.ts';
import * as offers from './tell-offers.ts';
import { tellReopened } from './tell-owner.ts';
import { tellRuled, tellRulingAsked } from './tell-rulings.ts';
import { tellSeverity } from './tell-severity.ts';
import { keepUrgingAnswered, tellUrged } from './tell-urged.ts';
import { tellSlip } from './tell-visits.ts';
import * as orders from './tell-work-orders.ts';
import * as visits from './visit-back.ts';
import { withdrawErrors } from './withdraw-errors.ts';

/** Event type to what follows from it, in this order, in the same transaction. */
export const WITHIN: Record<string, readonly Reaction[]> = {
  'commitment.told_in_error': [withdrawErrors],
  'customer.erased': [forgetInFiles],
  'finding.recorded': [reportFinding],
  'organisation.created': [beginFirstSummaries],
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
  'ticket.cancelled': [visits.dropVisitsOfCancelled],
  'ticket.investigated': [reportInvestigation],
  'ticket.offer_refused': [offers.tellRefused],
  'ticket.offer_withdrawn': [offers.takeOfferBack],
  'ticket.offered': [offers.tellOffered],
  'ticket.reclassified': [visits.visitAsItsNewKind],
  'ticket.reopened': [visits.dropVisitsOfReopened, tellReopened],
  'ticket.resolved': [followSettled],
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
