import { z } from 'zod';
import { id, line, moment, text, versionRequired, versionSeen } from '../platform/http/shapes.ts';
import { RULING_ROLES } from './ticket.ts';
import { channelInput, satisfactionInput, severityInput, urgencyInput } from './shapes.ts';

export const fieldValues = z
  .record(z.string(), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]))
  .describe("The kind's own fields, by key; unknown keys are refused");

const happenedAt = moment.optional().describe('When it happened, if earlier than now; never later');

export const callerNameInput = z
  .string()
  .trim()
  .max(100)
  .optional()
  .describe('Who called, who need not be the customer');

export const callerPhoneInput = z.string().trim().max(40).optional().describe('Where to reach him, as written or said');
const kind = z.string().max(60).describe('Key of a kind, out of GET /kinds');
const title = line.describe('The matter in one line');
const need = z.string().trim().max(10_000).describe("The customer's concrete need, in his words");
const urgency = urgencyInput.optional();
const severity = severityInput.optional().describe('Of a complaint; major and grave are told above at once');
const channel = channelInput.describe('How it was said');
const said = channel.default('phone');
const satisfaction = satisfactionInput.optional().describe('1 (not at all) to 5 (very); 1 and 2 open the matter again');
const interests = {
  customerInterest: z.string().trim().max(2000).optional().describe("What speaks for the customer's interest"),
  firmInterest: z.string().trim().max(2000).optional().describe('What speaks for the interest of the firm'),
};

export const openTicketInput = z.strictObject({
  id: id('ticket').optional().describe("The client's own new id; the same id again opens nothing twice"),
  kind,
  title,
  need: need.default(''),
  urgency: urgency.describe("Left out: the kind's"),
  severity,
  channel: channelInput.describe('How it came'),
  customerId: id('customer').optional().describe('Whom it is for; left out: nobody on file'),
  callerName: callerNameInput,
  callerPhone: callerPhoneInput,
  placeId: id('place').optional().describe('Where it is about; left out: nowhere in particular'),
  departmentId: id('department').optional().describe("Where it goes; left out: the kind's department"),
  ownerId: id('person')
    .optional()
    .describe('Offered to this person; until accepted, whoever opens it stays accountable'),
  fields: fieldValues.default({}),
  dueAt: moment.optional().describe('For a task: when the superior wants it done'),
  incidentId: id('ticket').optional().describe('The big incident this is one more report of'),
  happenedAt,
});

export const changeTicketInput = z.strictObject({
  version: versionRequired,
  title: title.optional(),
  need: need.optional(),
  urgency: urgency.describe('How pressing it is now; clocks move with it'),
  severity,
  customerId: id('customer').nullable().optional().describe('Whom it is for; null: nobody on file'),
  callerName: callerNameInput,
  callerPhone: callerPhoneInput,
  placeId: id('place').nullable().optional().describe('Where it is about; null: nowhere in particular'),
  departmentId: id('department').optional().describe('Where it belongs'),
  judged: z.enum(['reasonable']).optional().describe('Of a request; one that is not is cancelled as declined'),
  fields: fieldValues.optional(),
});

export const reclassifyInput = z.strictObject({
  version: versionRequired,
  kind,
  reason: line.describe('Why it is another kind; kept in the journal'),
  fields: fieldValues.default({}),
});

export const moveStageInput = z.strictObject({
  version: versionSeen,
  stage: z.string().max(60).describe("Key of a stage, out of the ticket's `nextStages`"),
  fields: fieldValues.optional(),
});

export const approveInput = z
  .strictObject({
    version: versionSeen,
    approval: z.string().max(60).describe("Key of an approval, out of the ticket's `approvals`"),
    verdict: z.enum(['approved', 'refused']).describe('refused: the stage goes on waiting; it may be approved later'),
    words: z.string().trim().max(5000).default('').describe('Why; needed to refuse'),
    fields: fieldValues.optional().describe("Of the ticket's fields those this approval needs or asks for; no others"),
    signedBy: z
      .string()
      .trim()
      .max(100)
      .optional()
      .describe('Who signed as the customer, where his signature is asked'),
    signatureId: id('file').optional().describe('The signature as a picture, uploaded before by POST /files'),
  })
  .refine(({ verdict, words }) => verdict === 'approved' || words !== '', { path: ['words'], message: 'say why' });

export const askAgainInput = z.strictObject({ version: versionSeen });

export const offerInput = z.strictObject({
  version: versionSeen,
  toId: id('person').describe('Who is to be accountable'),
  way: z
    .enum(['over', 'up', 'given'])
    .default('over')
    .describe('over: to a colleague; up: to the superior, keeping sight; given: by whoever assigns work'),
  reason: line.describe('Why it is handed over'),
});

export const answerOfferInput = z.strictObject({
  accept: z.boolean().describe('true: accountable from now on; false: refused, and the giver stays accountable'),
  reason: z.string().trim().max(200).default('').describe('Why not; needed to refuse'),
});

export const versionInput = z.strictObject({ version: versionSeen });
export const reasonInput = z.strictObject({ version: versionSeen, reason: line.describe('Why; kept in the journal') });

export const waitInput = z.strictObject({
  version: versionSeen,
  reason: z.string().max(60).describe("One of the pack's declared pauses"),
  until: moment.optional().describe('No later than the longest this reason allows'),
  fields: fieldValues.optional(),
});

export const promiseInput = z.strictObject({
  id: id('commitment').optional().describe("The client's own new id; the same id again promises nothing twice"),
  dueAt: moment.describe('By when'),
  words: line.describe('What was promised'),
});

export const keepPromiseInput = z.strictObject({
  commitmentId: id('commitment').describe('The promise that is kept by this'),
  text: text.describe('What was said to the customer'),
  channel: said,
  happenedAt,
});

export const urgeInput = z.strictObject({
  workOrderId: id('work_order').optional().describe('The work that is urged; left out: the ticket as such'),
  words: z.string().trim().max(1000).default('').describe('In what words'),
  onBehalfOf: z.enum(['customer', 'centre']).describe('Who presses: the customer, or one of us'),
});

export const askRulingInput = z.strictObject({
  commitmentId: id('commitment')
    .optional()
    .describe('The promise that cannot be kept: a ruling was chosen, and no rectification notice (ESCL-01)'),
  askedOf: z.enum(RULING_ROLES).default('centre_manager').describe('Whoever stands above the one asked may answer too'),
  question: text.describe('What is to be decided'),
  ...interests,
});

export const giveRulingInput = z.strictObject({
  rulingId: id('ruling').describe('Which question'),
  decision: text.describe('What is decided'),
  ...interests,
});

export const resolveInput = z.strictObject({
  version: versionSeen,
  outcome: text.describe('What the matter came to'),
  fields: fieldValues.default({}),
  happenedAt,
});

export const tellInput = z.strictObject({
  version: versionSeen,
  channel: said,
  toWhom: z.string().trim().max(100).default('').describe('Name of who was told, where it was not the customer'),
  text: text.describe('What he was told'),
  satisfaction,
  happenedAt,
});

export const closeInput = z.strictObject({ version: versionSeen, satisfaction });
export const cancelInput = z.strictObject({
  version: versionSeen,
  as: z
    .enum(['declined', 'withdrawn', 'duplicate'])
    .describe('declined: by us; withdrawn: by the customer; duplicate: it stands in another ticket'),
  reason: text.describe('For a declined request: what the customer was told, tactfully, and why (RECP-15)'),
  duplicateOf: id('ticket').optional().describe('Of a duplicate: the ticket in which it goes on'),
});

export const linkInput = z.strictObject({
  toId: id('ticket').describe('The other ticket'),
  why: z
    .enum(['same_matter', 'part_of', 'related', 'caused_by', 'follows', 'same_cause'])
    .describe('How they hang together, seen from this one'),
});

export const incidentInput = z.strictObject({
  incidentId: id('ticket').nullable().describe('The big incident this is one report of; null: none any more'),
});

export type OpenTicket = z.output<typeof openTicketInput>;
