import { exchangeRoutes } from './exchange/routes.ts';
import { complimentRoutes } from './compliment/routes.ts';
import { offeringRoutes } from './offering/routes.ts';
import { proposalRoutes } from './proposal/routes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { customerPrivacyRoutes } from './customer/routes-privacy.ts';
import { newsRoutes } from './configuration/routes-news.ts';
import { configurationRoutes } from './configuration/routes.ts';
import { dailyRecordRoutes } from './daily-record/routes.ts';
import { chargeRoutes } from './charge/routes.ts';
import { chargeMoneyRoutes } from './charge/routes-money.ts';
import { chargeRunRoutes } from './charge/routes-runs.ts';
import { customerClassRoutes } from './customer-class/routes.ts';
import { custodianRoutes } from './custodian/routes.ts';
import { custodianContactRoutes } from './custodian/routes-contacts.ts';
import { customerArchiveRoutes } from './customer-archive/routes.ts';
import { outreachRoutes } from './outreach/routes.ts';
import { receiptRoutes } from './receipt/routes.ts';
import { documentRoutes } from './document/routes.ts';
import { liaisonRoutes } from './liaison/routes.ts';
import { contractorRoutes } from './contractor/routes.ts';
import { dispatchRoutes } from './dispatch/routes.ts';
import { meetingRoutes } from './meeting/routes.ts';
import { disturbanceRoutes } from './disturbance/routes.ts';
import { formalityRoutes } from './formality/routes.ts';
import { custodyRoutes } from './custody/routes.ts';
import { custodyCountRoutes } from './custody/routes-counts.ts';
import { dutyRoutes } from './duty-statement/routes.ts';
import { workPlanRoutes } from './work-plan/routes-plans.ts';
import { workItemRoutes } from './work-plan/routes.ts';
import { feedbackRoutes } from './feedback/routes.ts';
import { improvementRoutes } from './improvement/routes.ts';
import { reminderRoutes } from './reminder/routes.ts';
import { macroRoutes } from './macro/routes.ts';
import { savedViewRoutes } from './saved-view/routes.ts';
import { bulkRoutes } from './bulk/routes.ts';
import { cannedRoutes } from './pack/canned-routes.ts';
import { phraseRoutes } from './phrase/routes.ts';
import { draftRoutes } from './draft/routes.ts';
import { organisationRoutes } from './organisation/routes.ts';
import { kindRoutes } from './pack/kind-routes.ts';
import { placeRoutes } from './place/routes.ts';
import { customerRoutes } from './customer/routes.ts';
import { arrivalRoutes } from './arrival/routes.ts';
import { contactRoutes } from './contact/routes.ts';
import { chatRoutes } from './channel/chat/routes.ts';
import { conversationRoutes } from './conversation/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { definitionRoutes } from './pack/routes.ts';
import { administrationRoutes } from './administration/routes.ts';
import { ticketRoutes } from './ticket/routes.ts';
import { mergingRoutes } from './merging/routes.ts';
import { disputeRoutes } from './dispute/routes.ts';
import { workOrderRoutes } from './work-order/routes.ts';
import { returnVisitRoutes } from './return-visit/routes.ts';
import { rectificationRoutes } from './rectification/routes.ts';
import { notificationRoutes } from './notification/routes.ts';
import { commitmentRoutes } from './commitment/routes.ts';
import { reportRoutes } from './report/routes.ts';
import { knowledgeRoutes } from './knowledge/routes.ts';
import { tokenReviewRoutes } from './token-review/routes.ts';
import { accountsRoutes } from './accounts/routes.ts';
import { departmentPlanRoutes } from './department-plan/routes.ts';
import { materialRoutes } from './material/routes.ts';
import { materialRequestRoutes } from './material/routes-requests.ts';
import { budgetRoutes } from './budget/routes.ts';
import { expenseRoutes } from './budget/routes-expenses.ts';
import { summaryRoutes } from './summary/routes.ts';
import { spotCheckPlanRoutes } from './spot-check/routes-plans.ts';
import { spotCheckRoutes } from './spot-check/routes.ts';
import { roundRoutes } from './round/routes.ts';
import { surveyRoutes } from './survey/routes.ts';
import { rotaRoutes } from './rota/routes.ts';
import { attendanceRoutes } from './attendance/routes.ts';
import { diaryRoutes } from './diary/routes.ts';
import { wageRoutes } from './wage/routes.ts';
import { attendanceMonthRoutes } from './attendance/routes-months.ts';
import { shiftNoteRoutes } from './shift-note/routes.ts';
import { patrolRoutes } from './round/routes-patrols.ts';
import { vacancyRoutes } from './vacancy/routes.ts';
import { roundPlanRoutes } from './round/routes-plans.ts';
import { telephoneRoutes } from './telephone/routes.ts';
import { charterRoutes } from './charter/routes.ts';
import { milestoneRoutes } from './milestone/routes.ts';
import { errorLogRoutes } from './error-log/routes.ts';
import { personnelRoutes } from './personnel/routes.ts';
import { trainingRoutes } from './training/routes.ts';
import { trainingPathRoutes } from './training/routes-people.ts';
import { qualityReviewRoutes } from './quality-review/routes.ts';
import type { Route } from './platform/http/route.ts';

/** Routes that need nothing but the context of their request. */
export const domainRoutes: Route[] = [
  ...draftRoutes,
  ...organisationRoutes,
  ...kindRoutes,
  ...placeRoutes,
  ...customerRoutes,
  ...contactRoutes,
  ...arrivalRoutes,
  ...chatRoutes,
  ...conversationRoutes,
  ...telephoneRoutes,
  ...rotaRoutes,
  ...attendanceRoutes,
  ...attendanceMonthRoutes,
  ...diaryRoutes,
  ...wageRoutes,
  ...searchRoutes,
  ...definitionRoutes,
  ...administrationRoutes,
  ...ticketRoutes,
  ...mergingRoutes,
  ...disputeRoutes,
  ...workOrderRoutes,
  ...returnVisitRoutes,
  ...rectificationRoutes,
  ...notificationRoutes,
  ...commitmentRoutes,
  ...reportRoutes,
  ...summaryRoutes,
  ...budgetRoutes,
  ...expenseRoutes,
  ...materialRoutes,
  ...materialRequestRoutes,
  ...departmentPlanRoutes,
  ...accountsRoutes,
  ...dailyRecordRoutes,
  ...spotCheckPlanRoutes,
  ...spotCheckRoutes,
  ...roundRoutes,
  ...shiftNoteRoutes,
  ...roundPlanRoutes,
  ...patrolRoutes,
  ...vacancyRoutes,
  ...cannedRoutes,
  ...phraseRoutes,
  ...bulkRoutes,
  ...savedViewRoutes,
  ...macroRoutes,
  ...reminderRoutes,
  ...improvementRoutes,
  ...feedbackRoutes,
  ...workItemRoutes,
  ...workPlanRoutes,
  ...dutyRoutes,
  ...disturbanceRoutes,
  ...chargeRoutes,
  ...chargeRunRoutes,
  ...chargeMoneyRoutes,
  ...formalityRoutes,
  ...custodyRoutes,
  ...custodyCountRoutes,
  ...meetingRoutes,
  ...documentRoutes,
  ...liaisonRoutes,
  ...contractorRoutes,
  ...dispatchRoutes,
  ...customerClassRoutes,
  ...custodianRoutes,
  ...custodianContactRoutes,
  ...customerArchiveRoutes,
  ...outreachRoutes,
  ...surveyRoutes,
  ...receiptRoutes,
  ...configurationRoutes,
  ...newsRoutes,
  ...customerPrivacyRoutes,
  ...privacyRoutes,
  ...tokenReviewRoutes,
  ...proposalRoutes,
  ...offeringRoutes,
  ...complimentRoutes,
  ...exchangeRoutes,
  ...knowledgeRoutes,
  ...trainingRoutes,
  ...trainingPathRoutes,
  ...qualityReviewRoutes,
  ...personnelRoutes,
  ...errorLogRoutes,
  ...milestoneRoutes,
  ...charterRoutes,
];
