import { z } from 'zod';
import { clockViewOut } from '../commitment/shapes.ts';
import { canOut, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { customerOut, kindOut, personOut, placeOut } from '../ticket/view.ts';

const nullableMoment = momentOut.nullable();

export const visitLineOut = z.object({
  id: z.string(),
  rule: z.string(),
  ruleName: wordsOut,
  mayDecline: z.boolean(),
  state: z.string().describe('due, made, declined, unreachable or dropped'),
  round: z.number(),
  attempts: z.number(),
  mostAttempts: z.number(),
  ticket: z.object({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    kind: kindOut,
    outcome: z.string().nullable(),
    resolvedAt: nullableMoment,
    owner: personOut,
  }),
  customer: customerOut.pick({ id: true, name: true, vip: true }).nullable(),
  callerName: z.string().nullable(),
  place: placeOut.pick({ id: true, code: true, name: true }).nullable(),
  department: z.object({ id: z.string(), name: wordsOut }).nullable().describe('Whose head signs the slip'),
  by: personOut.nullable().describe('Who made it'),
  channel: z.string().nullable(),
  reachedWhom: z.string().nullable(),
  satisfaction: z.number().nullable(),
  opinion: z.string().nullable(),
  criticism: z.string().nullable(),
  adoptedProposals: z.string().nullable(),
  fault: z.string().nullable(),
  endedAt: nullableMoment,
  signedBy: personOut.nullable(),
  signedAt: nullableMoment,
  clock: clockViewOut.nullable().describe('What is owed on it: the visit, its notice, the signature'),
  can: canOut,
});
export type VisitLine = z.input<typeof visitLineOut>;
export const visitsOut = pageOf(visitLineOut);

export const visitPageOut = visitLineOut.extend({
  version: z.number(),
  phones: z.array(z.string()).describe('Where to reach him; masked, unless the caller may see them whole'),
  tries: z.array(
    z.object({
      no: z.number(),
      at: momentOut,
      by: personOut,
      channel: z.string(),
      reached: z.boolean(),
      note: z.string(),
    }),
  ),
  demands: z.array(z.object({ id: z.string(), number: z.number(), title: z.string() })),
  promised: z
    .object({ id: z.string(), words: z.string().nullable(), dueAt: momentOut, state: z.string() })
    .nullable()
    .describe('The reply that was promised'),
  notice: z.object({ id: z.string(), number: z.number(), state: z.string() }).nullable(),
  faultDepartment: z.object({ id: z.string(), name: wordsOut }).nullable(),
  resultTold: z.string().nullable().describe('What the customer was told, by the head who signed'),
});

export const visitVersionOut = z.object({ id: z.string(), version: z.number() });
