import { z } from 'zod';
import { CHANNELS } from '../kernel/channels.ts';
import { id, line, moment, seenVersion, text } from '../platform/http/shapes.ts';
import { RULING_ROLES } from './ticket.ts';

export const fieldValues = z
  .record(z.string(), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]))
  .describe("The kind's own fields, by key; unknown keys are refused");

const happenedAt = moment.optional().describe('When it happened, if earlier than now; never later');
const version = z
  .number()
  .int()
  .optional()
  .describe('The version seen (optimistic lock); a newer one refuses the change as stale');

export const openTicketInput = z.strictObject({
  id: id('ticket').optional().describe("The client's own new id; the same id again opens nothing twice"),
  kind: z.string().max(60),
  title: line,
  need: z.string().trim().max(10_000).default(''),
  urgency: z.enum(['normal', 'urgent', 'emergency']).optional(),
  severity: z.enum(['ordinary', 'major', 'grave']).optional(),
  channel: z.enum(CHANNELS),
  customerId: id('customer').optional(),
  callerName: z.string().trim().max(100).optional(),
  callerPhone: z.string().trim().max(40).optional(),
  placeId: id('place').optional(),
  departmentId: id('department').optional(),
  ownerId: id('person')
    .optional()
    .describe('Offered to this person; until accepted, whoever opens it stays accountable'),
  fields: fieldValues.default({}),
  dueAt: moment.optional().describe('For a task: when the superior wants it done'),
  incidentId: id('ticket').optional().describe('The big incident this is one more report of'),
  happenedAt,
});

export const changeTicketInput = z.strictObject({
  version: seenVersion,
  title: line.optional(),
  need: z.string().trim().max(10_000).optional(),
  urgency: z.enum(['normal', 'urgent', 'emergency']).optional(),
  severity: z.enum(['ordinary', 'major', 'grave']).optional(),
  customerId: id('customer').nullable().optional(),
  callerName: z.string().trim().max(100).optional(),
  callerPhone: z.string().trim().max(40).optional(),
  placeId: id('place').nullable().optional(),
  departmentId: id('department').optional(),
  judged: z.enum(['reasonable']).optional(),
  fields: fieldValues.optional(),
});

export const reclassifyInput = z.strictObject({
  version: seenVersion,
  kind: z.string().max(60),
  reason: line,
  fields: fieldValues.default({}),
});
export const moveStageInput = z.strictObject({ version, stage: z.string().max(60) });

export const offerInput = z.strictObject({
  version,
  toId: id('person'),
  way: z
    .enum(['over', 'up', 'given'])
    .default('over')
    .describe('over: to a colleague; up: to the superior, keeping sight; given: by whoever assigns work'),
  reason: line,
});
export const answerOfferInput = z.strictObject({ accept: z.boolean(), reason: z.string().trim().max(200).default('') });
export const versionInput = z.strictObject({ version });
export const reasonInput = z.strictObject({ version, reason: line });

export const waitInput = z.strictObject({
  version,
  reason: z.string().max(60).describe("One of the pack's declared pauses"),
  until: moment.optional().describe('No later than the longest this reason allows'),
});

export const noteInput = z.strictObject({ id: id('note').optional(), text, happenedAt });
export const answerInput = noteInput.extend({
  channel: z.enum(CHANNELS).default('phone'),
  sendsElsewhere: z
    .boolean()
    .default(false)
    .describe('It only sends the customer elsewhere: kept, flagged, and no clock stops (ESCL-08)'),
});
export const explainInput = noteInput.extend({
  rule: line.describe('On the ground of which rule'),
  accepted: z.boolean().nullable().describe('Whether the complainant accepted it; null while not known'),
});

export const promiseInput = z.strictObject({
  id: id('commitment').optional(),
  dueAt: moment,
  words: line.describe('What was promised'),
});
export const keepPromiseInput = z.strictObject({
  commitmentId: id('commitment'),
  text,
  channel: z.enum(CHANNELS).default('phone'),
  happenedAt,
});

export const urgeInput = z.strictObject({
  workOrderId: id('work_order').optional(),
  words: z.string().trim().max(1000).default(''),
  onBehalfOf: z.enum(['customer', 'centre']),
});

export const askRulingInput = z.strictObject({
  commitmentId: id('commitment')
    .optional()
    .describe('The promise that cannot be kept: a ruling was chosen, and no rectification notice (ESCL-01)'),
  askedOf: z.enum(RULING_ROLES).default('centre_manager'),
  question: text,
  customerInterest: z.string().trim().max(2000).optional(),
  firmInterest: z.string().trim().max(2000).optional(),
});
export const giveRulingInput = z.strictObject({
  rulingId: id('ruling'),
  decision: text,
  customerInterest: z.string().trim().max(2000).optional(),
  firmInterest: z.string().trim().max(2000).optional(),
});

export const resolveInput = z.strictObject({ version, outcome: text, fields: fieldValues.default({}), happenedAt });
export const tellInput = z.strictObject({
  version,
  channel: z.enum(CHANNELS).default('phone'),
  toWhom: z.string().trim().max(100).default(''),
  text,
  satisfaction: z.number().int().min(1).max(5).optional(),
  happenedAt,
});
export const closeInput = z.strictObject({ version, satisfaction: z.number().int().min(1).max(5).optional() });
export const cancelInput = z.strictObject({
  version,
  as: z.enum(['declined', 'withdrawn', 'duplicate']),
  reason: text.describe('For a declined request: what the customer was told, tactfully, and why (RECP-15)'),
  duplicateOf: id('ticket').optional(),
});
export const linkInput = z.strictObject({ toId: id('ticket'), why: z.enum(['same_matter', 'part_of', 'related']) });
export const incidentInput = z.strictObject({ incidentId: id('ticket').nullable() });
export const answerIncidentInput = z.strictObject({ text, channel: z.enum(CHANNELS).default('sms') });

export type OpenTicket = z.output<typeof openTicketInput>;
