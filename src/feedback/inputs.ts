import { z } from 'zod';
import { id, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { FEEDBACK_SORTS } from './feedback.ts';

const common = {
  id: id('feedback').optional().describe("The client's own new id; the same id again gives nothing twice"),
  departmentId: id('department').describe('To which department; its head is in charge'),
  text: text.describe('What customers say, and what might be better'),
};

export const feedBackInput = z.strictObject({
  ...common,
  ticketIds: z.array(id('ticket')).max(200).default([]).describe('The complaints it is about'),
  period: z
    .strictObject({
      from: moment.describe('Opened at or after'),
      until: moment.describe('Opened before'),
      field: z.string().max(60).optional().describe("Key of a field of the complaints' kinds"),
      choice: z.string().max(60).optional().describe('Only those with this choice in it'),
    })
    .optional()
    .describe('Besides these, every complaint of a period; up to 200'),
});
export type FeedBack = z.output<typeof feedBackInput>;

export const reportOpinionInput = z.strictObject({
  ...common,
  visitId: id('return_visit').describe('The visit at which he said so'),
});
export type ReportOpinion = z.output<typeof reportOpinionInput>;

export const answerFeedbackInput = z.strictObject({
  reply: z.string().trim().max(10_000).default('').describe('What is done about it; of an opinion it may be empty'),
});

export const feedbackQuery = z.strictObject({
  ...pageQuery,
  sort: z.enum(FEEDBACK_SORTS).optional().describe('Only complaints fed back, or only opinions reported'),
  state: z.enum(['open', 'answered', 'all']).default('all').describe('open: not answered yet; answered; or all'),
  department: id('department').optional().describe('Only to this department'),
  mine: z.stringbool().default(false).describe('Only those I am to answer'),
  ticket: id('ticket').optional().describe('Only those about this ticket'),
  from: moment.optional().describe('Given at or after'),
  until: moment.optional().describe('Given before'),
});
export type FeedbackQuery = z.output<typeof feedbackQuery>;
