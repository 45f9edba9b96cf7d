import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { acknowledge, handOver } from './commands/hand-over.ts';
import { addLine, removeLine } from './commands/write-line.ts';
import { acknowledgeInput, addLineInput, dailyRecordsQuery, handOverInput } from './inputs.ts';
import { listDailyRecords } from './list.ts';
import { dailyRecordPage } from './page.ts';
import { dailyRecordPageOut, dailyRecordsOut } from './view.ts';

const params = z.object({ id: id('daily_record') });
const tag = 'Daily record';

/** What each day brought, by department, handed to it directly (COMP-20). */
export const dailyRecordRoutes: Route[] = [
  route({
    name: 'listDailyRecords',
    method: 'GET',
    path: '/daily-records',
    admits: 'commitment.see',
    tag,
    summary: 'The records of the working days, the newest first, and how many were handed over in time',
    query: dailyRecordsQuery,
    answer: dailyRecordsOut,
    handle: (context, { query }) => listDailyRecords(context, query),
  }),
  route({
    name: 'readDailyRecord',
    method: 'GET',
    path: '/daily-records/:id',
    admits: 'commitment.see',
    tag,
    summary: 'One day: problems reported, still to be solved, or caused by our own running, by department',
    params,
    answer: dailyRecordPageOut,
    handle: (context, { params: { id: recordId } }) => dailyRecordPage(context, recordId),
  }),
  route({
    name: 'addDailyLine',
    method: 'POST',
    path: '/daily-records/:id/lines',
    admits: 'contact.record',
    tag,
    summary: 'Complete the record of a day by hand',
    status: 201,
    params,
    body: addLineInput,
    answer: z.object({ id: idOut('daily_line') }),
    handle: async (context, { params: { id: recordId }, body }) => ({ id: await addLine(context, recordId, body) }),
  }),
  route({
    name: 'removeDailyLine',
    method: 'DELETE',
    path: '/daily-records/:id/lines/:lineId',
    admits: 'contact.record',
    tag,
    summary: 'Take out a line that was written by mistake',
    params: params.extend({ lineId: id('daily_line') }),
    answer: done,
    handle: async (context, { params: { id: recordId, lineId } }) => {
      await removeLine(context, recordId, lineId);
      return OK;
    },
  }),
  route({
    name: 'handOverDailyRecord',
    method: 'POST',
    path: '/daily-records/:id/hand-over',
    admits: 'contact.record',
    tag,
    summary: 'Hand the record of a day over to the departments it concerns',
    params,
    body: handOverInput,
    answer: done,
    handle: async (context, { params: { id: recordId }, body }) => {
      await handOver(context, recordId, body);
      return OK;
    },
  }),
  route({
    name: 'acknowledgeDailyRecord',
    method: 'POST',
    path: '/daily-records/:id/acknowledge',
    admits: 'rectification.answer',
    tag,
    summary: 'Say for a department that it has its part',
    params,
    body: acknowledgeInput,
    answer: done,
    handle: async (context, { params: { id: recordId }, body }) => {
      await acknowledge(context, recordId, body);
      return OK;
    },
  }),
];
