import type { Reaction } from '../platform/context.ts';
import { endVisit, tellWanted } from './arrivals.ts';
import * as attendance from './attendance.ts';
import { followTouch } from './calls.ts';
import { followSettled } from './follow-settled.ts';
import * as taken from './keep-taken.ts';
import * as improvements from './improvements.ts';
import * as knowledge from './knowledge.ts';
import { moveWorkOfDepartment } from './move-department.ts';
import { moveWorkOfAbsent, moveWorkOfLeft } from './move-open-work.ts';
import { reportInvestigation } from './report-investigation.ts';
import { openForFailed } from './open-for-failed.ts';
import { sendForFailed } from './send-for-failed.ts';
import * as checks from './spot-checks.ts';
import { beginFirstRounds } from './rounds.ts';
import * as custody from './custody.ts';
import { beginWatching, followRota } from './rota.ts';
import { beginFirstRecords, tellDailyRecord } from './daily-records.ts';
import * as summaries from './summaries.ts';
import * as surveys from './surveys.ts';
import * as day from './tell-day-plan.ts';
import { tellShiftAccepted, tellShiftHanded } from './tell-shifts.ts';
import { beginFirstReview } from './token-reviews.ts';
import { beginFirstDeliveries } from './charges.ts';
import { offerServices } from './offer-services.ts';
import { reportFinding } from './tell-findings.ts';
import { tellFeedback, tellFeedbackAnswered } from './tell-feedback.ts';
import * as notices from './tell-notices.ts';
import * as offers from './tell-offers.ts';
import { tellReopened } from './tell-owner.ts';
import * as budgets from './budgets.ts';
import { tellRuled, tellRulingAsked } from './tell-rulings.ts';
import { tellCompliment } from './tell-compliments.ts';
import * as chats from './follow-chats.ts';
import * as conversations from './tell-conversations.ts';
import { keepAddress, keepMember } from './keep-address.ts';
import { tellSeverity } from './tell-severity.ts';
import { keepUrgingAnswered, tellUrged } from './tell-urged.ts';
import * as approvals from './tell-approvals.ts';
import { recallBroughtIn, tellBroughtIn } from './tell-brought-in.ts';
import * as milestones from './tell-milestones.ts';
import { tellRepeatedError, tellReviewed } from './tell-quality.ts';
import * as staff from './tell-staff.ts';
import * as training from './training.ts';
import { tellSlip } from './tell-visits.ts';
import * as papers from './papers.ts';
import * as receipts from './receipts.ts';
import * as watchers from './tell-watchers.ts';
import * as orders from './tell-work-orders.ts';
import * as visits from './visit-back.ts';
import { withdrawErrors } from './withdraw-errors.ts';
import { WITHIN_HOUSE } from './within-house.ts';

/** Event type to what follows from it, in this order, in the same transaction. */
export const WITHIN: Record<string, readonly Reaction[]> = {
  'absence.ended': [followRota, attendance.followAbsence],
  'absence.reported': [followRota, attendance.followAbsence],
  'calendar.changed': [followRota],
  'centre.changed': [followRota],
  'channel.added': [followRota],
  'channel.changed': [followRota],
  'channel.ended': [followRota],
  'commitment.told_in_error': [withdrawErrors],
  'error.logged': [tellRepeatedError],
  'quality_review.given': [tellReviewed],
  'feedback.answered': [tellFeedbackAnswered],
  'feedback.given': [tellFeedback],
  'department.changed': [moveWorkOfDepartment],
  'disturbance.changed': [day.tellDisturbance],
  'disturbance.recorded': [day.tellDisturbance],
  'customer.exported': [taken.keepCustomerExported],
  'finding.recorded': [reportFinding],
  'daily_record.handed_over': [tellDailyRecord],
  'organisation.created': [
    summaries.beginFirstSummaries,
    budgets.beginFirstBudgets,
    beginFirstRecords,
    checks.beginFirstSpotChecks,
    beginFirstRounds,
    custody.beginCounts,
    surveys.beginFirstSurveys,
    beginFirstReview,
    beginFirstDeliveries,
    beginWatching,
    attendance.beginDay,
    offerServices,
    knowledge.takeOverArticles,
    staff.followStaff,
    papers.beginFirstMeetings,
  ],
  'arrival.taken_down': [tellWanted],
  'contact.recorded': [followTouch, endVisit],
  'conversation.customer_known': [keepAddress],
  'conversation.aside_received': [conversations.tellAside],
  'conversation.member_known': [keepMember],
  'conversation.bounced': [conversations.tellNotSent],
  'conversation.failed': [conversations.tellNotSent],
  'conversation.noted': [conversations.tellMentioned],
  'conversation.answered': [chats.addToChat],
  'conversation.closed': [chats.endChat],
  'conversation.received': [chats.addToChat, conversations.tellReceived],
  'conversation.reopened': [chats.goOnWithChat],
  'conversation.update_sent': [chats.addToChat],
  'conversation.taken': [chats.passChatOn, conversations.tellTaken],
  'list.taken_out': [taken.keepTakenOut],
  'import.done': [tellBroughtIn],
  'import.undone': [recallBroughtIn],
  'improvement.carried_out': [improvements.tellCarriedOut],
  'improvement.did_not_work': [improvements.tellJudged],
  'improvement.opened': [improvements.tellImprovementOpened],
  'improvement.planned': [improvements.tellImprovementPlanned],
  'improvement.recurred': [improvements.tellRecurred],
  'improvement.worked': [improvements.tellJudged],
  'person.absent': [moveWorkOfAbsent],
  'person.calendar_made': [taken.keepCalendarMade],
  'person.left': [moveWorkOfLeft, followRota, staff.followStaff],
  'person.taken_back': [followRota, staff.followStaff],
  'post.given': [
    day.askNewcomer,
    knowledge.askNewcomerWhatToRead,
    training.beginPathOfNewcomer,
    followRota,
    staff.followStaff,
  ],
  'post.taken': [followRota, staff.followStaff],
  'post.changed': [staff.followStaff],
  'notification.acknowledged': [summaries.receiveAcknowledged],
  'rectification.issued': [notices.tellNoticeIssued, improvements.recurOfNotice],
  'rectification.rejected': [notices.tellNoticeRejected],
  'rectification.replied': [notices.tellNoticeReplied],
  'rectification.verified': [notices.tellNoticeVerified],
  'rectification.withdrawn': [notices.tellNoticeWithdrawn],
  'return_visit.made': [tellSlip, improvements.recurOfVisit],
  'spot_check.item_checked': [improvements.recurOfCheck],
  'spot_check.drawn': [checks.tellOwnWorkDrawn],
  'spot_check.completed': [checks.tellSpotCheck],
  'spot_check_plan.changed': [checks.followChangedPlan],
  'shift_note.accepted': [tellShiftAccepted],
  'shift_note.handed_over': [tellShiftHanded],
  'settings.changed': [
    summaries.followReports,
    staff.followStaff,
    custody.beginCounts,
    papers.followPapers,
    surveys.followChangedQuestionnaires,
    budgets.followRules,
  ],
  'summary.submitted': [summaries.tellSummary],
  'reminder.set': [watchers.tellReminded],
  'ticket.accepted': [offers.tellAccepted],
  'ticket.answer': [watchers.tellWatchers],
  'ticket.cancelled': [visits.dropVisitsOfCancelled, receipts.dropOfCancelled, watchers.tellWatchers],
  'ticket.closed': [watchers.tellWatchers, milestones.tellClosed],
  'ticket.opened': [milestones.tellTakenIn],
  'ticket.contact': [watchers.wakeOnAnswer],
  'ticket.customer_told': [watchers.tellWatchers],
  'ticket.approval_asked': [approvals.tellToApprove],
  'ticket.approval_refused': [approvals.tellApproval],
  'ticket.approved': [approvals.tellApproval, receipts.sendApproved],
  'ticket.approval_told': [approvals.tellOfApproval],
  'ticket.compliment_passed_on': [tellCompliment],
  'ticket.investigated': [reportInvestigation],
  'ticket.line_failed': [sendForFailed, openForFailed],
  'ticket.merged_into': [watchers.tellWatchers],
  'ticket.moved_stage': [watchers.tellWatchers],
  'ticket.moved_to_version': [visits.visitByNewRule],
  'ticket.noted': [watchers.tellMentioned],
  'ticket.offer_refused': [offers.tellRefused],
  'ticket.offer_withdrawn': [offers.takeOfferBack],
  'ticket.offered': [offers.tellOffered, training.warnOfOffer],
  'ticket.reclassified': [visits.visitAsItsNewKind],
  'ticket.reopened': [visits.dropVisitsOfReopened, tellReopened, watchers.tellWatchers],
  'ticket.resolved': [followSettled, watchers.tellWatchers, improvements.recurOfMatter, milestones.tellDone],
  'ticket.proposal_answered': [approvals.tellProposalAnswered],
  'ticket.proposal_passed': [approvals.tellProposalPassed],
  'ticket.proposal_planned': [approvals.tellProposalPlanned],
  'ticket.ruled': [tellRuled],
  'ticket.ruling_asked': [tellRulingAsked],
  'ticket.severity_raised': [tellSeverity],
  'ticket.urged': [tellUrged],
  'ticket.watched': [watchers.tellWatching],
  'ticket.urging_acknowledged': [keepUrgingAnswered],
  'work_item.given': [day.tellItem],
  'work_item.moved': [day.tellItem],
  'work_item.sent_back': [day.tellSentBack],
  'work_plan.reported': [day.tellReported],
  'work_order.assigned': [orders.tellAssigned, training.warnOfOrder, milestones.tellSomebodyComes],
  'work_order.cancelled': [orders.takeOrderBack],
  'work_order.done': [orders.tellDone, keepUrgingAnswered],
  'work_order.informed': [orders.tellInformed],
  'work_order.issued': [orders.tellIssued, training.warnOfOrder, milestones.tellSomebodyComes],
  'work_order.no_access': [orders.tellNoAccess],
  'work_order.set_out': [milestones.tellOnTheWay],
  'work_order.refused': [orders.tellRefusedWork],
  'webhook.added': [taken.keepWebhookAdded],
  ...WITHIN_HOUSE,
};
