import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut } from '../platform/http/shapes.ts';
import { versionOf } from '../platform/journal.ts';
import { declineVisit } from './commands/decline-visit.ts';
import { issueVisitNotice } from './commands/follow-fault.ts';
import { makeVisit } from './commands/make-visit.ts';
import { recordAttempt } from './commands/record-attempt.ts';
import { signSlip } from './commands/sign-slip.ts';
import * as inputs from './inputs.ts';
import {
  dueVisits,
  dueVisitsQuery,
  recordedVisits,
  recordedVisitsQuery,
  unsignedVisits,
  unsignedVisitsQuery,
} from './list.ts';
import { visitPage } from './page.ts';
import { complaintsOfShare, complaintsQuery, shareQuery, visitShare } from './share.ts';
import { shareComplaintsOut, visitShareOut } from './share-view.ts';
import { visitPageOut, visitsOut, visitVersionOut } from './view.ts';

const params = z.object({ id: id('return_visit') });

async function changed(context: Context, visitId: string): Promise<{ id: string; version: number }> {
  return { id: visitId, version: await versionOf(context.tx, visitId) };
}

/** Return visits (回访): due, recorded, to be signed. */
export const returnVisitRoutes: Route[] = [
  route({
    name: 'listDueVisits',
    method: 'GET',
    path: '/return-visits',
    admits: 'return_visit.see',
    tag: 'Return visits',
    summary: 'Visits to be made, the one due first at the top',
    query: dueVisitsQuery,
    answer: visitsOut,
    handle: (context, { query }) => dueVisits(context, query),
  }),
  route({
    name: 'listRecordedVisits',
    method: 'GET',
    path: '/return-visits/record',
    admits: 'return_visit.see',
    tag: 'Return visits',
    summary: 'The return-visit record, newest first',
    query: recordedVisitsQuery,
    answer: visitsOut,
    handle: (context, { query }) => recordedVisits(context, query),
  }),
  route({
    name: 'listUnsignedVisits',
    method: 'GET',
    path: '/return-visits/unsigned',
    admits: 'return_visit.see',
    tag: 'Return visits',
    summary: 'Slips that no head has signed yet',
    query: unsignedVisitsQuery,
    answer: visitsOut,
    handle: (context, { query }) => unsignedVisits(context, query),
  }),
  route({
    name: 'readVisit',
    method: 'GET',
    path: '/return-visits/:id',
    admits: 'return_visit.see',
    tag: 'Return visits',
    summary: 'One visit with its slip, and what may be done with it',
    params,
    answer: visitPageOut,
    handle: (context, { params: { id: visitId } }) => visitPage(context, visitId),
  }),
  route({
    name: 'recordVisitAttempt',
    method: 'POST',
    path: '/return-visits/:id/attempts',
    admits: 'return_visit.make',
    tag: 'Return visits',
    summary: 'Nobody was reached; it counts',
    params,
    body: inputs.attemptInput,
    answer: visitVersionOut,
    handle: async (context, { params: { id: visitId }, body }) => {
      await recordAttempt(context, visitId, body);
      return changed(context, visitId);
    },
  }),
  route({
    name: 'makeVisit',
    method: 'POST',
    path: '/return-visits/:id/make',
    admits: 'return_visit.make',
    tag: 'Return visits',
    summary: 'The customer was asked: what he said, and what follows',
    about:
      'New demands become tickets, a fault a rectification notice, 1 or 2 of satisfaction opens the matter again, and the slip goes to the head to sign.',
    params,
    body: inputs.makeVisitInput,
    example: { reachedWhom: 'Mrs Chen', satisfaction: 4, opinion: 'Quick', criticism: 'Left the floor wet' },
    answer: visitVersionOut,
    handle: async (context, { params: { id: visitId }, body }) => {
      await makeVisit(context, visitId, body);
      return changed(context, visitId);
    },
  }),
  route({
    name: 'declineVisit',
    method: 'POST',
    path: '/return-visits/:id/decline',
    admits: 'return_visit.make',
    tag: 'Return visits',
    summary: 'The customer wants no visit; refused where there is no exception',
    params,
    body: inputs.declineVisitInput,
    answer: visitVersionOut,
    handle: async (context, { params: { id: visitId }, body }) => {
      await declineVisit(context, visitId, body);
      return changed(context, visitId);
    },
  }),
  route({
    name: 'signVisitSlip',
    method: 'POST',
    path: '/return-visits/:id/sign',
    admits: 'return_visit.sign',
    tag: 'Return visits',
    summary: "The department's head signs the slip and says what the customer was told",
    params,
    body: inputs.signSlipInput,
    answer: visitVersionOut,
    handle: async (context, { params: { id: visitId }, body }) => {
      await signSlip(context, visitId, body);
      return changed(context, visitId);
    },
  }),
  route({
    name: 'issueVisitNotice',
    method: 'POST',
    path: '/return-visits/:id/notice',
    admits: 'return_visit.make',
    tag: 'Return visits',
    summary: 'Issue the rectification notice that a fault found at the visit is owed',
    status: 201,
    params,
    body: inputs.visitNoticeInput,
    answer: visitVersionOut.extend({ noticeId: idOut('rectification') }),
    handle: async (context, { params: { id: visitId }, body }) => {
      const noticeId = await issueVisitNotice(context, visitId, body);
      return { ...(await changed(context, visitId)), noticeId };
    },
  }),
  route({
    name: 'readVisitShare',
    method: 'GET',
    path: '/visit-share',
    admits: 'report.see',
    tag: 'Quality',
    summary: 'How staff handled the complaints of a period, and whether a fifth of these got a return visit',
    query: shareQuery,
    answer: visitShareOut,
    handle: (context, { query }) => visitShare(context, query),
  }),
  route({
    name: 'listComplaintsOfShare',
    method: 'GET',
    path: '/visit-share/complaints',
    admits: 'report.see',
    tag: 'Quality',
    summary: 'The complaints behind a number of the share, the last closed first',
    query: complaintsQuery,
    answer: shareComplaintsOut,
    handle: (context, { query }) => complaintsOfShare(context, query),
  }),
];
