import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';

export const webhookOut = z.object({
  id: idOut('webhook'),
  name: z.string().describe('What people call it'),
  url: z.string().describe('Where it is sent'),
  types: z.array(z.string()).describe('Of which events it is told'),
  madeBy: personOut.describe('Who added it'),
  madeAt: momentOut,
  offAt: momentOrNotYet,
  offBecause: z
    .string()
    .nullable()
    .describe('by_hand; gone: it answered 410; failing: nothing came through for three days; null: it is on'),
  formerSecretUntil: momentOut.nullable().describe('Until when the former secret signs too; null: it does not'),
  failingSince: momentOut.nullable().describe('Since when nothing has come through; null: the last one did'),
  lastSuccessAt: momentOrNotYet,
  waiting: z.number().describe('How many wait to be sent, those tried in vain among them'),
});

export const webhooksOut = z.object({ items: z.array(webhookOut).describe('All of them, the first made first') });

export const secretOut = z.object({
  id: idOut('webhook'),
  secret: z.string().describe('Signs every delivery; told this once and never again'),
});

export const typesOut = z.object({
  items: z
    .array(
      z.object({
        type: z.string().describe('As it stands in the payload'),
        says: wordsOut.describe('What has happened'),
        example: z.record(z.string(), z.unknown()).describe('A body as a receiver gets it; `data.sequence` is added'),
      }),
    )
    .describe('Everything another system can be told of'),
});

const state = z.string().describe('waiting, delivered, or given_up: tried for three days in vain');

const deliveryLine = z.object({
  id: idOut('webhook_delivery').describe('Also its webhook-id'),
  type: z.string().describe('Which event'),
  at: momentOut.describe('When it was laid ready'),
  state,
  tries: z.number().describe('How often it was tried in all'),
  status: z.number().nullable().describe('What the last try was answered with; null: no answer, or not tried yet'),
  nextAt: momentOut.nullable().describe('When it is tried next; null: not again'),
});

export const deliveriesOut = pageOf(deliveryLine);

export const deliveryOut = deliveryLine.extend({
  body: z.record(z.string(), z.unknown()).describe('What is sent'),
  attempts: z
    .array(
      z.object({
        no: z.number().describe('Which try, from 1'),
        at: momentOut,
        milliseconds: z.number().describe('How long the receiver took'),
        status: z.number().nullable().describe('What it answered with; null: nothing'),
        answer: z.string().describe('The first 2 kB of its answer'),
        error: z
          .string()
          .nullable()
          .describe('Why no answer came: timeout, private_address, ECONNREFUSED and the like'),
      }),
    )
    .describe('Every try, the first one first'),
});
