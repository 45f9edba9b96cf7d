import { z } from 'zod';
import { fieldRules } from '../pack/field-rules.ts';
import { departmentNameOut, outsideFirmOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { kindOut, numberOut, satisfactionOut, stageOut, titleOut } from './shapes.ts';

/** What stands under a ticket, as its page shows it. */

export const choiceOut = z.object({
  key: z.string().describe('What is stored and sent'),
  name: wordsOut.describe('What people choose by'),
});

export const fieldFacts = {
  key: z.string().describe('Its key in `fields`'),
  name: wordsOut.describe('Its label'),
  type: z.string().describe('text (one line), long_text, choice, yes_no, number or date (YYYY-MM-DD)'),
  at: z.string().describe('intake: asked for at once; ticket: later, on the ticket'),
  ...fieldRules,
  hint: wordsOut.nullable().describe('What to write in it, where that is not plain'),
  choices: z.array(choiceOut).describe('Of a field of type choice, in their order; else empty'),
};

export const fieldOut = z.object({
  ...fieldFacts,
  value: z
    .union([z.string(), z.number(), z.boolean()])
    .nullable()
    .describe('By its type: a text, the key of a choice, a number, true or false; null: empty'),
});

export const orderNoOut = z.number().describe('1, 2, ... under its ticket; said with its number: 10427-2');
export const taskOut = z.string().describe('What is to be done, in the words of whoever issued it');
export const orderStageOut = z
  .string()
  .describe('issued, accepted, refused, on_the_way, arrived, no_access (nobody opened), done or cancelled');

export const workOrderOut = z.object({
  id: idOut('work_order'),
  no: orderNoOut,
  department: departmentNameOut.extend({ outsideFirm: outsideFirmOut }).describe('Whose work it is'),
  person: personOut.nullable().describe('Who goes; null: the department has not said yet'),
  task: taskOut,
  stage: orderStageOut,
  issuedAt: momentOut,
  acceptedAt: momentOrNotYet,
  setOutAt: momentOrNotYet,
  arrivedAt: momentOrNotYet,
  doneAt: momentOrNotYet,
  endedReason: z.string().nullable().describe('Why it was refused or taken back; null where it was neither'),
  findings: z.string().nullable().describe('What was found on the spot; null until it is done'),
  measures: z.string().nullable().describe('What was done about it; null until it is done'),
  minutes: z.number().nullable().describe('Minutes of work, as reported; null until it is done'),
  informed: personOut.nullable().describe('Head or manager who was told what was found (WORK-11)'),
  signedBy: z.string().nullable().describe('Name of whoever signed on the screen for the customer; null: nobody'),
  signatureId: idOut('file').nullable().describe('The signature as a picture, under /api/files/{id}; null: none'),
  photoIds: z.array(idOut('file')).describe('Photos taken on the spot, each under /api/files/{id}'),
  appointment: z
    .object({
      id: idOut('appointment'),
      fromAt: momentOut.describe('From when somebody may come'),
      untilAt: momentOut.describe('By when somebody must have come'),
      note: z.string().describe('What to know at the door; empty: nothing'),
    })
    .nullable()
    .describe('The window in which somebody comes; null: none is set'),
  can: canOut.describe('accept, refuse, set_out, arrive, no_access, finish, cancel, assign, appoint'),
});

export const visitFacts = {
  id: idOut('return_visit'),
  rule: z.string().describe("Key of the kind's rule by which it is made"),
  ruleName: wordsOut.describe('What that rule is called'),
  state: z
    .string()
    .describe(
      'due, made, declined (by the customer), unreachable (tried as often as asked), or dropped (the ticket was reopened, or became another kind)',
    ),
  attempts: z.number().describe('How often somebody tried, the successful try among them'),
  mostAttempts: z.number().describe('After so many tries in vain it ends as unreachable'),
  satisfaction: satisfactionOut,
  opinion: z.string().nullable().describe('What the customer thinks of it; null until it was made'),
  endedAt: momentOrNotYet,
  signedBy: personOut.nullable().describe('The head who signed the slip; null: not signed'),
};

export const visitOut = z.object(visitFacts);

export const noticeStateOut = z
  .string()
  .describe('issued, received (signed for), replied, rejected (another reply is awaited), verified or withdrawn');
export const noticeSourceOut = z
  .string()
  .describe(
    'late: a promise ran out; visit: a fault found at a return visit; supervision: found by checking; spot_check: by sample',
  );
export const noticeNumberOut = z.number().describe('The number people call the notice by; counted apart from tickets');

export const noticeOut = z.object({
  id: idOut('rectification'),
  number: noticeNumberOut,
  source: noticeSourceOut,
  department: wordsOut.describe('Who is to mend it'),
  issuedAt: momentOut,
  deadlineAt: momentOut,
  state: noticeStateOut,
});

const interest = z.string().nullable();
export const rulingFacts = {
  askedOf: z
    .string()
    .describe('Role of whoever is asked: department_head, centre_manager, deputy_general_manager or company_leader'),
  question: z.string().describe('What is to be decided'),
};

export const rulingOut = z.object({
  can: canOut.describe('`rule`: whether the one asking may decide it'),
  id: idOut('ruling'),
  ...rulingFacts,
  askedBy: personOut.nullable().describe('null: a clock asked, whose promise ran out'),
  askedAt: momentOut,
  customerInterest: interest.describe("What speaks for the customer's interest; null: nothing noted"),
  firmInterest: interest.describe('What speaks for the interest of the firm; null: nothing noted'),
  decision: z.string().nullable().describe('What was decided, in words; null: it is still asked'),
  decidedBy: personOut.nullable().describe('null: nobody yet'),
  decidedAt: momentOrNotYet,
});

export const otherTicketOut = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  kind: kindOut,
  stage: stageOut,
  openedAt: momentOut,
  closedAt: momentOrNotYet,
  why: z
    .string()
    .describe(
      'same_matter, part_of, related, same_cause, caused_by or causes, follows or followed_by, split_from or split_off, from_visit (a new demand said at a return visit), merged_into (it goes on there), merged (it is part of this one), incident, or ruling (waits for one)',
    ),
});

export const stepOut = z.object({
  key: z.string().describe("The kind's own name for the step"),
  name: wordsOut.describe('As the customer is told it'),
  doneAt: momentOrNotYet,
});

export const photoOut = z.object({
  id: idOut('file').describe('Under /api/files/{id}'),
  type: z.string().describe('image/jpeg, image/png, image/webp, image/heic or application/pdf'),
  shows: z.string().describe('What is seen on it, in the words of whoever sent it; empty: he did not say'),
  at: momentOut.describe('When it was sent'),
});

export const pauseOut = z.object({
  key: z.string().describe('What is sent as the reason'),
  name: wordsOut.describe('The reason in words'),
  longest: z.string().describe('How long it may last, ISO 8601: P3D; then the clocks go on by themselves'),
  needs: z.array(z.string()).describe('Keys of the fields that must be filled in to wait so'),
});
