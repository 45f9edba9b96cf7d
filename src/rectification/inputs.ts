import { z } from 'zod';
import { id, line, moment, text } from '../platform/http/shapes.ts';

const happenedAt = moment.optional().describe('When it happened, if reported later; never in the future');
const deadlineAt = moment.optional().describe('Left out: by the limit of the house');

export const issueNoticeInput = z
  .strictObject({
    id: id('rectification').optional().describe("The client's own new id; the same id again issues nothing twice"),
    departmentId: id('department').optional().describe('Left out: the department that owed the missed promise'),
    findings: text.describe('What is not right, and what is to be mended'),
    deadlineAt,
    ticketId: id('ticket').optional().describe('The matter it is about'),
    workOrderId: id('work_order').optional().describe('The work it is about'),
    commitmentId: id('commitment')
      .optional()
      .describe('The promise that was not kept (ESCL-01); refused while it is not late'),
  })
  .refine((input) => input.departmentId !== undefined || input.commitmentId !== undefined, {
    message: 'notice.department_missing',
    path: ['departmentId'],
  });
export const receiveNoticeInput = z.strictObject({ happenedAt });
export const replyNoticeInput = z.strictObject({ measures: text.describe('What was done about it'), happenedAt });
export const verifyNoticeInput = z
  .strictObject({
    accepted: z.boolean().describe('true: it is mended; false: another reply is awaited'),
    reason: z.string().trim().max(10_000).default('').describe('Why it is not accepted'),
    deadlineAt: deadlineAt.describe('For another try; left out: by the limit of the house'),
  })
  .refine((input) => input.accepted || input.reason !== '', { message: 'notice.reason_missing', path: ['reason'] });
export const withdrawNoticeInput = z.strictObject({ reason: line.describe('Why it was sent in error') });

export const findingInput = z.strictObject({
  id: id('finding').optional().describe("The client's own new id; the same id again records nothing twice"),
  departmentId: id('department').describe('Where it was found'),
  text: text.describe('What was found'),
  way: z
    .enum(['corrected_on_the_spot', 'reported_up', 'to_department'])
    .describe('Corrected at once, told to the superior, or handed to the department as a rectification notice'),
  deadlineAt,
});
