import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { canOut, momentOut, refusalOut, wordsOut } from '../platform/http/shapes.ts';

export const personOut = z.object({ id: z.string(), name: z.string() }).describe('A person of ours');
export const kindOut = z.object({ key: z.string(), name: wordsOut, type: z.string(), icon: z.string() });
export const stageOut = z.object({
  key: z.string(),
  name: wordsOut,
  class: z.string().describe('What clocks and figures see'),
});
export const placeOut = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  safety: z.boolean(),
});
export const customerOut = z.object({
  id: z.string(),
  name: z.string(),
  vip: z.boolean(),
  phones: z.array(z.string()).describe('Masked, unless the caller may see them whole'),
});

const nullableMoment = momentOut.nullable();

export const fieldOut = z.object({
  key: z.string(),
  name: wordsOut,
  type: z.string(),
  at: z.string(),
  requiredFor: z.string().nullable(),
  hint: wordsOut.nullable(),
  choices: z.array(z.object({ key: z.string(), name: wordsOut })),
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});

export const workOrderOut = z.object({
  id: z.string(),
  no: z.number(),
  department: z.object({ id: z.string(), name: wordsOut, outsideFirm: z.boolean() }),
  person: personOut.nullable(),
  task: z.string(),
  stage: z.string(),
  issuedAt: momentOut,
  acceptedAt: nullableMoment,
  setOutAt: nullableMoment,
  arrivedAt: nullableMoment,
  doneAt: nullableMoment,
  endedReason: z.string().nullable(),
  findings: z.string().nullable(),
  measures: z.string().nullable(),
  minutes: z.number().nullable(),
  informed: personOut.nullable().describe('Head or manager who was told what was found (WORK-11)'),
  signedBy: z.string().nullable(),
  signatureId: z.string().nullable(),
  photoIds: z.array(z.string()),
  appointment: z.object({ id: z.string(), fromAt: momentOut, untilAt: momentOut, note: z.string() }).nullable(),
  can: canOut,
});
export type WorkOrderView = z.infer<typeof workOrderOut>;

export const visitOut = z.object({
  id: z.string(),
  rule: z.string(),
  ruleName: wordsOut,
  state: z.string(),
  attempts: z.number(),
  mostAttempts: z.number(),
  satisfaction: z.number().nullable(),
  opinion: z.string().nullable(),
  endedAt: nullableMoment,
  signedBy: personOut.nullable(),
});

export const noticeOut = z.object({
  id: z.string(),
  number: z.number(),
  source: z.string(),
  department: wordsOut,
  issuedAt: momentOut,
  deadlineAt: momentOut,
  state: z.string().describe('issued, received, replied, verified, rejected or withdrawn'),
});

export const rulingOut = z.object({
  can: canOut.describe('`rule`: whether the one asking may decide it'),
  id: z.string(),
  askedOf: z.string(),
  askedBy: personOut.nullable(),
  askedAt: momentOut,
  question: z.string(),
  customerInterest: z.string().nullable(),
  firmInterest: z.string().nullable(),
  decision: z.string().nullable(),
  decidedBy: personOut.nullable(),
  decidedAt: nullableMoment,
});

export const otherTicketOut = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  kind: kindOut,
  stage: stageOut,
  openedAt: momentOut,
  closedAt: nullableMoment,
  why: z.string(),
});

export const stepOut = z.object({ key: z.string(), name: wordsOut, doneAt: nullableMoment });

export const ticketOut = z.object({
  id: z.string(),
  number: z.number(),
  version: z.number().describe('Send it back with a change; a newer one refuses the change as stale'),
  kind: kindOut,
  stage: stageOut,
  nextStages: z.array(stageOut.extend({ why: refusalOut })),
  steps: z.array(stepOut),
  title: z.string(),
  need: z.string(),
  urgency: z.string(),
  severity: z.string().nullable(),
  channel: z.string(),
  customer: customerOut.nullable(),
  caller: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  place: placeOut.nullable(),
  department: z.object({ id: z.string(), name: wordsOut }).nullable(),
  owner: personOut,
  offer: z
    .object({ to: personOut, from: personOut, way: z.string(), reason: z.string(), offeredAt: momentOut })
    .nullable(),
  givenBy: personOut.nullable(),
  openedBy: personOut.nullable(),
  openedAt: momentOut,
  promisedFor: nullableMoment,
  answeredAt: nullableMoment,
  resolvedAt: nullableMoment,
  outcome: z.string().nullable(),
  toldAt: nullableMoment,
  closedAt: nullableMoment,
  closedAs: z.string().nullable(),
  reopenedCount: z.number(),
  judged: z.string().nullable(),
  declineReason: z.string().nullable(),
  satisfaction: z.number().nullable(),
  fields: z.array(fieldOut),
  clocks: z.array(clockViewOut),
  workOrders: z.array(workOrderOut),
  visits: z.array(visitOut),
  notices: z.array(noticeOut),
  rulings: z.array(rulingOut),
  links: z.array(otherTicketOut),
  incident: otherTicketOut.nullable(),
  reports: z.number().describe('How many other tickets report this same incident'),
  inSight: z.array(personOut.extend({ why: z.string() })),
  pauses: z
    .array(z.object({ key: z.string(), name: wordsOut, longest: z.string() }))
    .describe('Declared reasons to wait'),
  can: canOut,
});
export type TicketView = z.infer<typeof ticketOut>;

export const timelineEntryOut = z.object({
  id: z.string(),
  type: z.string(),
  happenedAt: momentOut,
  recordedAt: momentOut,
  actor: personOut.nullable(),
  subject: z.object({ type: z.string(), id: z.string() }),
  data: z.record(z.string(), z.unknown()).describe('Facts of the event; ids are resolved in `names`'),
  note: z
    .object({
      id: z.string(),
      kind: z.string(),
      text: z.string(),
      sendsElsewhere: z.boolean(),
      rule: z.string().nullable(),
      accepted: z.boolean().nullable(),
    })
    .nullable(),
  words: z
    .string()
    .nullable()
    .describe('What the caller said, in what words somebody was urged, or what stood there before a change'),
});
export const timelineOut = z.object({
  items: z.array(timelineEntryOut),
  next: z.string().nullable(),
  names: z.record(z.string(), z.string()).describe('Names of the people that the events name by id'),
  clocks: z.record(z.string(), wordsOut).describe('What is owed, by the kind of commitment that the events name'),
  stages: z.record(z.string(), wordsOut).describe("Names of the kind's stages that the events name by key"),
});
export type TimelineView = z.infer<typeof timelineOut>;
