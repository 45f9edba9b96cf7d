import type { AnyRoute } from '@tanstack/react-router';
import { screensOf } from './screen.ts';
import { daysSearch } from '../screens/daily-records/search.ts';
import { clockSearch } from '../screens/board/search.ts';
import { actionFrom, qualitySearch } from '../screens/quality/search.ts';
import { importsSearch } from '../screens/exchange/import/search.ts';
import { chargesSearch, paySearch } from '../screens/charges/search.ts';
import { custodiansSearch } from '../screens/custodians/search.ts';
import { archivesSearch } from '../screens/customer-archives/search.ts';
import { outreachSearch } from '../screens/outreach/search.ts';
import { newSessionSearch, trainingSearch } from '../screens/training/search.ts';
import { custodySearch } from '../screens/custody/search.ts';
import { receiptsSearch } from '../screens/receipts/search.ts';
import { answersSearch, surveySearch, surveysSearch } from '../screens/surveys/search.ts';
import { figureSearch } from '../screens/figures/search.ts';
import { moveSearch, staffSearch } from '../screens/staff/search.ts';
import { materialsSearch } from '../screens/materials/search.ts';
import { budgetSearch } from '../screens/budget/search.ts';
import { summariesSearch } from '../screens/summaries/search.ts';

/** Screens of whoever runs the place: board and figures, quality, customers and places, one's own account. */
export function manageRoutes<Parent extends AnyRoute>(inside: Parent) {
  const { screen, searched } = screensOf(inside);
  return [
    screen('/board', () => import('../screens/board/board.tsx'), 'Board'),
    searched('/board/clocks', clockSearch, () => import('../screens/board/clocks.tsx'), 'BoardClocks'),
    screen('/macros', () => import('../screens/macros/macros.tsx'), 'Macros'),
    screen('/front-desk/often', () => import('../screens/front-desk/often.tsx'), 'Often'),
    searched('/figures', figureSearch, () => import('../screens/figures/figures.tsx'), 'Figures'),
    searched('/budget', budgetSearch, () => import('../screens/budget/budget.tsx'), 'Budget'),
    searched('/materials', materialsSearch, () => import('../screens/materials/materials.tsx'), 'MaterialsScreen'),
    screen('/budget/accounts/$id', () => import('../screens/budget/one-accounts.tsx'), 'OneAccounts'),
    searched('/summaries', summariesSearch, () => import('../screens/summaries/summaries.tsx'), 'Summaries'),
    searched('/summaries/days', daysSearch, () => import('../screens/daily-records/days.tsx'), 'Days'),
    screen('/summaries/days/$id', () => import('../screens/daily-records/day.tsx'), 'Day'),
    screen('/summaries/$id', () => import('../screens/summaries/summary.tsx'), 'Summary'),
    searched('/quality', qualitySearch, () => import('../screens/quality/quality.tsx'), 'Quality'),
    searched('/quality/actions/new', actionFrom, () => import('../screens/quality/new-action.tsx'), 'NewAction'),
    screen('/quality/actions/$id', () => import('../screens/quality/action.tsx'), 'Action'),
    screen('/quality/checks/$id', () => import('../screens/quality/check.tsx'), 'Check'),
    screen('/quality/plans/$key', () => import('../screens/quality/plan.tsx'), 'EditPlan'),
    screen('/customers', () => import('../screens/customers/list.tsx'), 'Customers'),
    screen('/customers/new', () => import('../screens/customers/edit.tsx'), 'NewCustomer'),
    screen('/customers/$id', () => import('../screens/customers/customer.tsx'), 'Customer'),
    screen('/customers/$id/edit', () => import('../screens/customers/edit.tsx'), 'EditCustomer'),
    searched('/charges', chargesSearch, () => import('../screens/charges/charges.tsx'), 'Charges'),
    screen('/charges/bill', () => import('../screens/charges/bill.tsx'), 'BillPeriod'),
    searched('/charges/pay', paySearch, () => import('../screens/charges/pay.tsx'), 'TakePayment'),
    screen('/charges/runs/$id', () => import('../screens/charges/run.tsx'), 'ChargeRun'),
    screen('/charges/dunning/$id', () => import('../screens/charges/dunning.tsx'), 'DunningPage'),
    screen('/charges/$id', () => import('../screens/charges/one.tsx'), 'OneCharge'),
    searched('/custodians', custodiansSearch, () => import('../screens/custodians/custodians.tsx'), 'Custodians'),
    screen('/custodians/propose', () => import('../screens/custodians/propose.tsx'), 'ProposeDistribution'),
    searched(
      '/customer-archives',
      archivesSearch,
      () => import('../screens/customer-archives/archives.tsx'),
      'Archives',
    ),
    screen('/customer-archives/$id', () => import('../screens/customer-archives/archive.tsx'), 'OneArchive'),
    searched('/outreach', outreachSearch, () => import('../screens/outreach/outreach.tsx'), 'Outreach'),
    screen('/outreach/new', () => import('../screens/outreach/new.tsx'), 'NewOutreach'),
    screen('/outreach/$id', () => import('../screens/outreach/one.tsx'), 'OneOutreach'),
    searched('/surveys', surveysSearch, () => import('../screens/surveys/surveys.tsx'), 'Surveys'),
    screen('/surveys/questionnaires', () => import('../screens/surveys/questionnaires.tsx'), 'Questionnaires'),
    searched('/surveys/$id', surveySearch, () => import('../screens/surveys/survey.tsx'), 'OneSurvey'),
    searched('/surveys/$id/answers', answersSearch, () => import('../screens/surveys/answers.tsx'), 'SurveyAnswers'),
    searched('/receipts', receiptsSearch, () => import('../screens/receipts/receipts.tsx'), 'Receipts'),
    searched('/staff/training', trainingSearch, () => import('../screens/training/training.tsx'), 'Training'),
    searched('/staff/training/new', newSessionSearch, () => import('../screens/training/new.tsx'), 'NewSession'),
    screen('/staff/training/sessions/$id', () => import('../screens/training/session.tsx'), 'Session'),
    screen('/staff/training/paths/$id', () => import('../screens/training/path.tsx'), 'Path'),
    screen('/staff/training/people/$id', () => import('../screens/training/person.tsx'), 'Member'),
    searched('/custody', custodySearch, () => import('../screens/custody/custody.tsx'), 'Custody'),
    screen('/custody/$id', () => import('../screens/custody/item.tsx'), 'CustodyItem'),
    screen('/custody/counts/$id', () => import('../screens/custody/count.tsx'), 'CustodyCount'),
    screen('/places', () => import('../screens/places/places.tsx'), 'Places'),
    screen('/places/$id', () => import('../screens/places/places.tsx'), 'PlaceOfTree'),
    searched('/imports', importsSearch, () => import('../screens/exchange/import/list.tsx'), 'Imports'),
    screen('/imports/$id', () => import('../screens/exchange/import/import.tsx'), 'Import'),
    searched('/staff', staffSearch, () => import('../screens/staff/staff.tsx'), 'Staff'),
    screen('/staff/members/$id', () => import('../screens/staff/file.tsx'), 'MemberFile'),
    searched('/staff/assessments', staffSearch, () => import('../screens/staff/assessments.tsx'), 'Assessments'),
    screen('/staff/assessments/$id', () => import('../screens/staff/assessment.tsx'), 'OneAssessment'),
    searched('/staff/records', staffSearch, () => import('../screens/staff/records.tsx'), 'Records'),
    searched('/staff/moves', staffSearch, () => import('../screens/staff/moves.tsx'), 'Moves'),
    searched('/staff/moves/new', moveSearch, () => import('../screens/staff/new-move.tsx'), 'NewMove'),
    screen('/staff/moves/$id', () => import('../screens/staff/move.tsx'), 'OneMove'),
    screen('/staff/structure', () => import('../screens/staff/structure.tsx'), 'Structure'),
    screen('/account', () => import('../screens/account/account.tsx'), 'Account'),
    screen('/unsent', () => import('../screens/unsent/unsent.tsx'), 'Unsent'),
  ] as const;
}
