import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { answerFeedback } from './commands/answer-feedback.ts';
import { feedBack, reportOpinion } from './commands/give-feedback.ts';
import { answerFeedbackInput, feedBackInput, feedbackQuery, reportOpinionInput } from './inputs.ts';
import { listFeedback } from './list.ts';
import { feedbackOut } from './view.ts';

const made = z.object({ id: idOut('feedback') });
const tag = 'Quality';

/** What customers said, given to whoever can change something. */
export const feedbackRoutes: Route[] = [
  route({
    name: 'listFeedback',
    method: 'GET',
    path: '/feedback',
    admits: 'rectification.see',
    tag,
    summary: 'What went back to departments and heads, the newest first, each with its answer',
    query: feedbackQuery,
    answer: feedbackOut,
    handle: (context, { query }) => listFeedback(context, query),
  }),
  route({
    name: 'feedBackComplaints',
    method: 'POST',
    path: '/feedback/complaints',
    admits: 'contact.record',
    tag,
    summary: 'Feed what customers complained of back to a department, which owes a reply',
    about: 'From single complaints, or from all those of a period, narrowed by what they were about.',
    status: 201,
    body: feedBackInput,
    answer: made,
    handle: async (context, { body }) => ({ id: await feedBack(context, body) }),
  }),
  route({
    name: 'reportOpinion',
    method: 'POST',
    path: '/feedback/opinions',
    admits: 'return_visit.make',
    tag,
    summary: "Report an occupier's opinion to the person in charge, who acknowledges it",
    status: 201,
    body: reportOpinionInput,
    answer: made,
    handle: async (context, { body }) => ({ id: await reportOpinion(context, body) }),
  }),
  route({
    name: 'answerFeedback',
    method: 'POST',
    path: '/feedback/:id/answer',
    admits: 'rectification.answer',
    tag,
    summary: 'Reply to complaints fed back, or acknowledge an opinion',
    params: z.object({ id: id('feedback') }),
    body: answerFeedbackInput,
    answer: done,
    handle: async (context, { params: { id: feedbackId }, body }) => {
      await answerFeedback(context, feedbackId, body);
      return OK;
    },
  }),
];
