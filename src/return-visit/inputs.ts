import { z } from 'zod';
import { id, line, moment, text, versionSeen } from '../platform/http/shapes.ts';
import { CHANNELS } from '../kernel/channels.ts';
import { openTicketInput, promiseInput } from '../ticket/inputs.ts';

const happenedAt = moment.optional().describe('When it happened, if entered later; never in the future');
const said = z.string().trim().max(10_000).default('');
const version = versionSeen;
const channel = z.enum(CHANNELS).default('phone').describe('How he was asked');

export const attemptInput = z.strictObject({
  version,
  channel,
  note: z.string().trim().max(500).default('').describe('Why nobody was reached'),
  happenedAt,
});

const faultInput = z.strictObject({
  findings: text.describe('What is not right, for the rectification notice'),
  departmentId: id('department').optional().describe('Left out: the department that did the work'),
  issueNow: z.boolean().default(false).describe('Issue the notice at once; else it is owed within 24 hours (VISIT-06)'),
  deadlineAt: moment.optional().describe('For an issued notice; left out: by the limit of the house'),
});

export const makeVisitInput = z.strictObject({
  version,
  channel,
  reachedWhom: line.describe('Who answered'),
  satisfaction: z
    .number()
    .int()
    .min(1)
    .max(5)
    .nullable()
    .describe('1 to 5; 1 and 2 open the matter again; null: he would not say'),
  opinion: said.describe('What he thinks of it'),
  criticism: said.describe('What he finds wrong; the reason given where the matter is opened again'),
  adoptedProposals: said.describe('Proposals of his that we take up'),
  demands: z
    .array(
      openTicketInput.omit({
        channel: true,
        customerId: true,
        callerName: true,
        callerPhone: true,
        happenedAt: true,
        incidentId: true,
        dueAt: true,
      }),
    )
    .max(20)
    .default([])
    .describe('New demands; each becomes a ticket of its own, linked to the one visited'),
  fault: faultInput.optional().describe('What was found not to be right; a rectification notice follows'),
  bookedReply: promiseInput
    .optional()
    .describe('What could not be answered at once: when the answer will come (VISIT-10)'),
  happenedAt,
});

export const declineVisitInput = z.strictObject({
  version,
  channel,
  who: line.describe('Who declined'),
  note: z.string().trim().max(500).default('').describe('What he said to it'),
  happenedAt,
});

export const signSlipInput = z.strictObject({
  version,
  resultTold: said.describe('What the customer was told; needed where he said anything on which to act'),
  happenedAt,
});

export const visitNoticeInput = z.strictObject({
  findings: text.optional().describe('Left out: as it was written down at the visit'),
  departmentId: id('department').optional().describe('Left out: the one found at fault at the visit'),
  deadlineAt: moment.optional().describe('Left out: by the limit of the house'),
});
