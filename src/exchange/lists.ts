import type { ListOut } from './list-out.ts';
import { attendance, attendanceMonth, leaves } from './lists/attendance.ts';
import { diaries } from './lists/diaries.ts';
import { wages } from './lists/wages.ts';
import { calls } from './lists/calls.ts';
import { clocks } from './lists/clocks.ts';
import { contacts } from './lists/contacts.ts';
import { conversations } from './lists/conversations.ts';
import { customers } from './lists/customers.ts';
import { custodyCounts, custodyEntries, custodyIssued, custodyItems } from './lists/custody.ts';
import { roundFindings, vacancies } from './lists/patrols.ts';
import { dailyRecords, disturbances, rounds, shiftNotes, workItems, workPlans } from './lists/day.ts';
import { complaintsOfVisitShare, looks, tokenReviews } from './lists/house.ts';
import { amendments, articleReviews, articles, processes } from './lists/knowledge.ts';
import { compliments, disputes, proposals, services } from './lists/matters.ts';
import { chargeDeliveries, chargeNotices, chargeReceipts, chargeRuns, charges, dunnings } from './lists/charges.ts';
import { accounts, budgetLines, expenses } from './lists/budget.ts';
import { customerArchives, customersInCharge, owedContacts } from './lists/in-charge.ts';
import { materialEntries, materialRequests, materials } from './lists/materials.ts';
import { outreachContacts, outreaches } from './lists/outreach.ts';
import {
  documents,
  liaisonBodies,
  liaisonDealings,
  liaisonMatters,
  meetingDues,
  meetingItems,
  meetings,
} from './lists/papers.ts';
import {
  contractorChecks,
  contractorDues,
  contractorFaults,
  contractors,
  dispatchOrders,
} from './lists/contractors.ts';
import { people } from './lists/people.ts';
import { receipts } from './lists/receipts.ts';
import { places } from './lists/places.ts';
import { declinedRequests, errors, feedbacks, improvements, reviews, spotChecks } from './lists/quality.ts';
import { visitsDue, visitsRecorded, visitsUnsigned } from './lists/return-visits.ts';
import { findings, notices, summaries } from './lists/supervision.ts';
import { surveyAnswers, surveyReceivers, surveys } from './lists/surveys.ts';
import { tickets } from './lists/tickets.ts';
import {
  skillMastery,
  trainingFiguresOut,
  trainingHoursOut,
  trainingNeeds,
  trainingPaths,
  trainingSessions,
} from './lists/training.ts';
import { workOrders } from './lists/work-orders.ts';

/** Every list that can be taken out. Another one is a file in `lists/` and its line here. */
export const LISTS: readonly ListOut[] = [
  tickets,
  workOrders,
  visitsDue,
  visitsRecorded,
  visitsUnsigned,
  notices,
  findings,
  contacts,
  calls,
  conversations,
  customers,
  outreaches,
  outreachContacts,
  charges,
  chargeRuns,
  chargeNotices,
  chargeReceipts,
  dunnings,
  chargeDeliveries,
  surveys,
  surveyReceivers,
  surveyAnswers,
  receipts,
  customersInCharge,
  owedContacts,
  customerArchives,
  custodyItems,
  custodyIssued,
  custodyEntries,
  custodyCounts,
  places,
  people,
  clocks,
  summaries,
  budgetLines,
  expenses,
  materials,
  materialRequests,
  materialEntries,
  accounts,
  disputes,
  proposals,
  compliments,
  services,
  spotChecks,
  improvements,
  feedbacks,
  reviews,
  errors,
  rounds,
  roundFindings,
  vacancies,
  workPlans,
  workItems,
  shiftNotes,
  attendance,
  attendanceMonth,
  leaves,
  diaries,
  wages,
  disturbances,
  meetings,
  meetingDues,
  meetingItems,
  documents,
  liaisonBodies,
  liaisonMatters,
  liaisonDealings,
  contractors,
  contractorChecks,
  contractorDues,
  contractorFaults,
  dispatchOrders,
  dailyRecords,
  complaintsOfVisitShare,
  looks,
  tokenReviews,
  articles,
  articleReviews,
  processes,
  declinedRequests,
  trainingSessions,
  trainingNeeds,
  trainingFiguresOut,
  trainingHoursOut,
  trainingPaths,
  skillMastery,
  amendments,
];

export function listByKey(key: string): ListOut | undefined {
  return LISTS.find((list) => list.key === key);
}
