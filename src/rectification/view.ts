import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';
import { noticeNumberOut, noticeSourceOut, noticeStateOut } from '../ticket/view-parts.ts';

const orNobody = personOut.nullable();
export const noticeLineOut = z.object({
  id: idOut('rectification'),
  number: noticeNumberOut,
  source: noticeSourceOut,
  state: noticeStateOut,
  ticket: ticketNameOut.nullable().describe('The matter it is about; null: none'),
  department: departmentNameOut.describe('Who is to mend it'),
  addressee: orNobody.describe('The head it was sent to; null: the department had none'),
  missed: z
    .object({ commitmentId: idOut('commitment'), name: wordsOut.describe('What was owed'), dueAt: momentOut })
    .nullable()
    .describe('The promise that was not kept, where that is what it is about'),
  findings: z.string().describe('What is not right, and what is to be mended; empty where a clock issued it'),
  issuedBy: orNobody.describe('null: a clock issued it'),
  issuedAt: momentOut,
  deadlineAt: momentOut,
  receivedAt: momentOrNotYet,
  repliedAt: momentOrNotYet,
  verifiedAt: momentOrNotYet,
  clock: clockViewOut.nullable().describe('What is owed on it next'),
  can: canOut,
});
export type NoticeLine = z.input<typeof noticeLineOut>;
export const noticesOut = pageOf(noticeLineOut);

export const noticePageOut = noticeLineOut.extend({
  version: versionOut,
  workOrderId: idOut('work_order').nullable().describe('The work it is about; null: none'),
  visitId: idOut('return_visit').nullable().describe('The return visit at which the fault was found; null: none'),
  spotCheckId: idOut('spot_check').nullable().describe('The spot check that found it; null: none'),
  receivedBy: orNobody.describe('Who signed for it; null: nobody yet'),
  reply: z.string().nullable().describe('What was done about it, as the department says; null: no reply stands'),
  repliedBy: orNobody.describe('Who replied; null: no reply stands'),
  verifiedBy: orNobody.describe('Who accepted the reply; null: nobody yet'),
  withdrawn: z
    .object({
      at: momentOut,
      by: orNobody.describe('Who withdrew it; null: a clock did'),
      reason: z.string().describe('Why: in words, or a code'),
    })
    .nullable()
    .describe('Withdrawn by nobody: in error, and `reason` is a code'),
  rejected: z
    .array(
      z.object({
        reply: z.string().describe('What the department said it had done'),
        repliedBy: orNobody.describe('Who replied'),
        repliedAt: momentOut,
        reason: z.string().describe('Why that was not enough'),
        rejectedBy: orNobody.describe('Who rejected it'),
        rejectedAt: momentOut,
      }),
    )
    .describe('Replies found wanting, the first one first'),
});

export const noticeVersionOut = z.object({ id: idOut('rectification'), version: versionOut });

export const findingOut = z.object({
  id: idOut('finding'),
  department: departmentNameOut.describe('Where it was found'),
  text: z.string().describe('What was found'),
  way: z.string().describe('corrected_on_the_spot, reported_up or to_department'),
  notice: z
    .object({ id: idOut('rectification'), number: noticeNumberOut, state: noticeStateOut })
    .nullable()
    .describe('The rectification notice it became; null: none'),
  by: personOut,
  at: momentOut,
});

export const findingsOut = pageOf(findingOut);
