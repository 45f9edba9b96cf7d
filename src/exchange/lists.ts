import type { ListOut } from './list-out.ts';
import { calls } from './lists/calls.ts';
import { clocks } from './lists/clocks.ts';
import { contacts } from './lists/contacts.ts';
import { conversations } from './lists/conversations.ts';
import { customers } from './lists/customers.ts';
import { dailyRecords, disturbances, rounds, shiftNotes, workItems, workPlans } from './lists/day.ts';
import { complaintsOfVisitShare, looks, tokenReviews } from './lists/house.ts';
import { amendments, articleReviews, articles, processes } from './lists/knowledge.ts';
import { compliments, disputes, proposals, services } from './lists/matters.ts';
import { accounts, budgetLines, expenses } from './lists/budget.ts';
import { outreachContacts, outreaches } from './lists/outreach.ts';
import { people } from './lists/people.ts';
import { receipts } from './lists/receipts.ts';
import { places } from './lists/places.ts';
import { declinedRequests, errors, feedbacks, improvements, reviews, spotChecks } from './lists/quality.ts';
import { visitsDue, visitsRecorded, visitsUnsigned } from './lists/return-visits.ts';
import { findings, notices, summaries } from './lists/supervision.ts';
import { tickets } from './lists/tickets.ts';
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
  receipts,
  places,
  people,
  clocks,
  summaries,
  budgetLines,
  expenses,
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
  workPlans,
  workItems,
  shiftNotes,
  disturbances,
  dailyRecords,
  complaintsOfVisitShare,
  looks,
  tokenReviews,
  articles,
  articleReviews,
  processes,
  declinedRequests,
  amendments,
];

export function listByKey(key: string): ListOut | undefined {
  return LISTS.find((list) => list.key === key);
}
