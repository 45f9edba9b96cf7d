import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { canOut, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';

const personOut = z.object({ id: z.string(), name: z.string() }).describe('A person of ours');
const departmentOut = z.object({ id: z.string(), name: wordsOut });
const nullableMoment = momentOut.nullable();

export const noticeLineOut = z.object({
  id: z.string(),
  number: z.number(),
  source: z.string().describe('late, visit or supervision'),
  state: z.string().describe('issued, received, replied, rejected, verified or withdrawn'),
  ticket: z.object({ id: z.string(), number: z.number(), title: z.string() }).nullable(),
  department: departmentOut,
  addressee: personOut.nullable(),
  missed: z
    .object({ commitmentId: z.string(), name: wordsOut, dueAt: momentOut })
    .nullable()
    .describe('The promise that was not kept, where that is what it is about'),
  findings: z.string(),
  issuedBy: personOut.nullable().describe('null: a clock issued it'),
  issuedAt: momentOut,
  deadlineAt: momentOut,
  receivedAt: nullableMoment,
  repliedAt: nullableMoment,
  verifiedAt: nullableMoment,
  clock: clockViewOut.nullable().describe('What is owed on it next'),
  can: canOut,
});
export type NoticeLine = z.input<typeof noticeLineOut>;
export const noticesOut = pageOf(noticeLineOut);

export const noticePageOut = noticeLineOut.extend({
  version: z.number(),
  workOrderId: z.string().nullable(),
  visitId: z.string().nullable(),
  receivedBy: personOut.nullable(),
  reply: z.string().nullable(),
  repliedBy: personOut.nullable(),
  verifiedBy: personOut.nullable(),
  withdrawn: z
    .object({ at: momentOut, by: personOut.nullable(), reason: z.string() })
    .nullable()
    .describe('Withdrawn by nobody: in error, and `reason` is a code'),
  rejected: z.array(
    z.object({
      reply: z.string(),
      repliedBy: personOut.nullable(),
      repliedAt: momentOut,
      reason: z.string(),
      rejectedBy: personOut.nullable(),
      rejectedAt: momentOut,
    }),
  ),
});

export const noticeVersionOut = z.object({ id: z.string(), version: z.number() });

export const findingOut = z.object({
  id: z.string(),
  department: departmentOut,
  text: z.string(),
  way: z.string().describe('corrected_on_the_spot, reported_up or to_department'),
  notice: z.object({ id: z.string(), number: z.number(), state: z.string() }).nullable(),
  by: personOut,
  at: momentOut,
});
export const findingsOut = pageOf(findingOut);
