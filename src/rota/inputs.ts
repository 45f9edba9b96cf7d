import { z } from 'zod';
import { id } from '../platform/http/shapes.ts';
import { ROTA_CHANNELS } from './rota.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const who = {
  id: id('rota_hours').describe("The client's own new id; the same id again adds nothing twice"),
  personId: id('person').describe('Who'),
  from: time.describe('Since what time of day where the centre stands: 08:30'),
  to: z
    .union([time, z.literal('24:00')])
    .describe('Until what time of day; not after `from`: on the next day; 24:00 is midnight'),
};
const channel = z
  .enum(ROTA_CHANNELS)
  .describe('telephone: answers calls; online: answers chats and what else is written');

/** Hours every week, hours on one date, or that he is not there on one date though his hours say so. */
export const planHoursInput = z.discriminatedUnion('sort', [
  z.strictObject({
    sort: z.literal('weekly').describe('Every week'),
    ...who,
    channel,
    days: z
      .array(z.number().int().min(1).max(7))
      .min(1)
      .max(7)
      .transform((days) => [...new Set(days)].toSorted((one, other) => one - other))
      .describe('On these weekdays, 1 is Monday'),
  }),
  z.strictObject({
    sort: z.literal('once').describe('Besides, on one date'),
    ...who,
    channel,
    day: z.iso.date().describe('On which date, YYYY-MM-DD'),
  }),
  z.strictObject({
    sort: z.literal('off').describe('On one date he is not there, whatever his hours say'),
    ...who,
    day: z.iso.date().describe('On which date, YYYY-MM-DD'),
  }),
]);
export type PlanHours = z.output<typeof planHoursInput>;
