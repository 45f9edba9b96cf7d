import type { Reaction } from '../platform/context.ts';
import * as attendance from './attendance.ts';
import * as customers from './customers.ts';
import * as custody from './custody.ts';
import * as surveys from './surveys.ts';
import * as budgets from './budgets.ts';
import * as staff from './tell-staff.ts';
import * as training from './training.ts';
import * as dispatch from './tell-dispatch.ts';
import * as papers from './papers.ts';
import * as knowledge from './knowledge.ts';
import * as day from './tell-day-plan.ts';
import { followHours } from './rota.ts';
import { forgetInFiles } from './forget-in-files.ts';
import { tellStillNamed } from './still-named.ts';
import { followWhoLivesWhere } from './units.ts';

/** What follows from what happens to those who live and work here, to the money of the house, its papers, what it keeps and what it knows. */
export const WITHIN_HOUSE: Record<string, readonly Reaction[]> = {
  'accounts.published': [budgets.tellDecided],
  'accounts.sent_back': [budgets.tellDecided],
  'article.acceptance_asked': [knowledge.tellToAccept],
  'article.amendment_decided': [knowledge.tellAmendmentDecided],
  'article.amendment_proposed': [knowledge.tellAmendmentProposed],
  'article.feedback_given': [knowledge.tellUnhelpful],
  'article.reading_asked': [knowledge.tellToRead],
  'attendance_month.reviewed': [attendance.oweWages],
  'budget.decided': [budgets.tellDecided],
  'budget.share_reached': [budgets.tellShareReached],
  'customer.added': [followWhoLivesWhere],
  'customer.erased': [
    forgetInFiles,
    knowledge.forgetInSearch,
    customers.forgetInCharge,
    tellStillNamed,
    followWhoLivesWhere,
  ],
  'customer.changed': [followWhoLivesWhere],
  'customer.classified': [customers.contactByClass],
  'custody.damaged': [custody.tellDamage],
  'custody.lost': [custody.tellDamage],
  'custody.returned': [custody.tellDamage],
  'dispatch.declined': [dispatch.tellGiver],
  'dispatch.done': [dispatch.tellGiver],
  'dispatch.given': [dispatch.tellSent],
  'dispatch.recalled': [dispatch.tellRecalled],
  'dispatch.taken': [dispatch.tellGiver],
  'document.decided': [papers.tellDecided],
  'document.sent_to_review': [papers.tellToReview],
  'duties.confirmation_asked': [day.tellDutiesAsked],
  'duties.confirmation_taken_back': [day.recallDutiesAsked],
  'expense.decided': [budgets.tellDecided],
  'material_plan.decided': [budgets.tellDecided],
  'material_request.decided': [budgets.tellDecided],
  'leave.approved': [attendance.tellLeave],
  'leave.refused': [attendance.tellLeave],
  'meeting.called': [papers.tellCalled],
  'meeting.cancelled': [papers.tellCancelled],
  'meeting.changed': [papers.tellCalled],
  'place.closed': [followWhoLivesWhere],
  'rota.hours_ended': [followHours],
  'rota.hours_planned': [followHours],
  'shift.week_told': [attendance.tellWeek],
  'staff_assessment.confirmed': [staff.tellAssessmentConfirmed],
  'staff_assessment.submitted': [staff.tellAssessed],
  'staff_breach.decided': [staff.tellBreachDecided],
  'staff_breach.recorded': [staff.tellBreachRecorded],
  'staff_breach.stated': [staff.tellBreachStated],
  'staff_move.decided': [staff.tellMoveDecided],
  'staff_move.proposed': [staff.tellMoveProposed],
  'staff_move.stuck': [staff.tellMoveStuck],
  'survey.evaluation_called': [surveys.tellEvaluation],
  'survey.submitted': [surveys.tellSubmittedSurvey],
  'training_path.begun': [training.tellPathBegun],
  'training_path.coach_named': [training.tellCoach],
  'training_path.completed': [training.tellCompleted],
  'training_session.cancelled': [training.tellCancelled],
  'training_session.invited': [training.tellInvited],
  'training_session.moved': [training.tellMoved],
  'training_session.planned': [training.tellInvited],
};
