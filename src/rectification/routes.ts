import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut } from '../platform/http/shapes.ts';
import { versionOf } from '../platform/journal.ts';
import { receiveNotice, replyNotice } from './commands/answer-notice.ts';
import { issueNotice } from './commands/issue-notice.ts';
import { recordFinding } from './commands/record-finding.ts';
import { verifyNotice } from './commands/verify-notice.ts';
import { withdrawNotice } from './commands/withdraw-notice.ts';
import { findingsQuery, listFindings } from './findings.ts';
import * as inputs from './inputs.ts';
import { listNotices, noticesQuery } from './list.ts';
import { noticePage } from './page.ts';
import { findingsOut, noticePageOut, noticesOut, noticeVersionOut } from './view.ts';

const params = z.object({ id: id('rectification') });

async function changed(context: Context, noticeId: string): Promise<{ id: string; version: number }> {
  return { id: noticeId, version: await versionOf(context.tx, noticeId) };
}

/** Rectification notices (整改通知), and what supervision found. */
export const rectificationRoutes: Route[] = [
  route({
    name: 'listNotices',
    method: 'GET',
    path: '/notices',
    admits: 'rectification.see',
    tag: 'Rectification',
    summary: 'Rectification notices in my scope, the most overdue first',
    query: noticesQuery,
    answer: noticesOut,
    handle: (context, { query }) => listNotices(context, query),
  }),
  route({
    name: 'readNotice',
    method: 'GET',
    path: '/notices/:id',
    admits: 'rectification.see',
    tag: 'Rectification',
    summary: 'One notice, with what may be done with it',
    params,
    answer: noticePageOut,
    handle: (context, { params: { id: noticeId } }) => noticePage(context, noticeId),
  }),
  route({
    name: 'issueNotice',
    method: 'POST',
    path: '/notices',
    admits: 'rectification.issue',
    tag: 'Rectification',
    summary: 'Issue a notice: for a promise not kept, or for what was found',
    about:
      'Either for a promise that was not kept (`commitmentId`), whose department answers for it, or to a department.',
    status: 201,
    body: inputs.issueNoticeInput,
    example: {
      departmentId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      findings: 'The stairwell of house 3 was not swept for a week.',
    },
    answer: noticeVersionOut,
    handle: async (context, { body }) => changed(context, await issueNotice(context, body)),
  }),
  route({
    name: 'receiveNotice',
    method: 'POST',
    path: '/notices/:id/receive',
    admits: 'rectification.answer',
    tag: 'Rectification',
    summary: 'Sign for it',
    params,
    body: inputs.receiveNoticeInput,
    answer: noticeVersionOut,
    handle: async (context, { params: { id: noticeId }, body }) => {
      await receiveNotice(context, noticeId, body);
      return changed(context, noticeId);
    },
  }),
  route({
    name: 'replyNotice',
    method: 'POST',
    path: '/notices/:id/reply',
    admits: 'rectification.answer',
    tag: 'Rectification',
    summary: 'Say what was done about it',
    params,
    body: inputs.replyNoticeInput,
    answer: noticeVersionOut,
    handle: async (context, { params: { id: noticeId }, body }) => {
      await replyNotice(context, noticeId, body);
      return changed(context, noticeId);
    },
  }),
  route({
    name: 'verifyNotice',
    method: 'POST',
    path: '/notices/:id/verify',
    admits: 'rectification.verify',
    tag: 'Rectification',
    summary: 'Accept what was done, or reject it with a reason and a new deadline',
    params,
    body: inputs.verifyNoticeInput,
    answer: noticeVersionOut,
    handle: async (context, { params: { id: noticeId }, body }) => {
      await verifyNotice(context, noticeId, body);
      return changed(context, noticeId);
    },
  }),
  route({
    name: 'withdrawNotice',
    method: 'POST',
    path: '/notices/:id/withdraw',
    admits: 'rectification.issue',
    tag: 'Rectification',
    summary: 'Withdraw it, with the reason; it is never deleted',
    params,
    body: inputs.withdrawNoticeInput,
    answer: noticeVersionOut,
    handle: async (context, { params: { id: noticeId }, body }) => {
      await withdrawNotice(context, noticeId, body);
      return changed(context, noticeId);
    },
  }),
  route({
    name: 'listFindings',
    method: 'GET',
    path: '/findings',
    admits: 'rectification.see',
    tag: 'Rectification',
    summary: 'What checking the departments found, newest first',
    query: findingsQuery,
    answer: findingsOut,
    handle: (context, { query }) => listFindings(context, query),
  }),
  route({
    name: 'recordFinding',
    method: 'POST',
    path: '/findings',
    admits: 'rectification.issue',
    tag: 'Rectification',
    summary: 'Record what checking a department found, and the way taken',
    status: 201,
    body: inputs.findingInput,
    answer: z.object({ id: idOut('finding') }),
    handle: async (context, { body }) => ({ id: await recordFinding(context, body) }),
  }),
];
