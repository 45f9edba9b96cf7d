import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOut } from '../platform/http/shapes.ts';
import { ROTA_CHANNELS } from './rota.ts';

const spanOut = z.object({ from: momentOut.describe('Since when'), until: momentOut.describe('When that ends') });

const coveredOut = z
  .object({
    there: z.array(spanOut.extend({ person: personOut.describe('Who') })).describe('Who is there and when'),
    gaps: z.array(spanOut).describe('Working time in which nobody is'),
  })
  .nullable();

export const gapsOut = z
  .array(spanOut.extend({ channel: z.enum(ROTA_CHANNELS).describe('For what nobody is there') }))
  .describe('Working time of today and the next seven days in which nobody is there, before it comes (CHAN-16)');

export const rotaOut = z.object({
  days: z
    .array(
      z.object({
        day: z.string().describe('YYYY-MM-DD'),
        open: z.array(spanOut).describe('Working hours of the centre; none: closed'),
        telephone: coveredOut.describe('Who answers calls'),
        online: coveredOut.describe('Chats and what else is written; null: the centre has no channel for it'),
      }),
    )
    .describe('Today and the next seven days'),
  planned: z
    .array(z.enum(ROTA_CHANNELS))
    .describe('For what somebody has planned hours; for the rest everybody at the front desk counts'),
  gaps: gapsOut,
  hours: z
    .array(
      z.object({
        id: idOut('rota_hours'),
        person: personOut.describe('Whose'),
        channel: z.enum([...ROTA_CHANNELS, 'off']).describe('off: on that date none of his hours count in that time'),
        days: z.array(z.number().int()).nullable().describe('Weekdays, 1 is Monday; null: on one date'),
        day: z.string().nullable().describe('YYYY-MM-DD; null: every week'),
        from: z.string().describe('HH:MM'),
        to: z.string().describe('HH:MM; not after `from`: on the next day'),
      }),
    )
    .describe('What is planned: every week, and from today on for one date'),
  people: z.array(personOut).describe('Who can be planned: everybody who works here'),
  can: canOut.describe('plan (give and take hours)'),
});
