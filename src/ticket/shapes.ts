import { z } from 'zod';
import { CHANNELS } from '../kernel/channels.ts';
import { idOut, wordsOut } from '../platform/http/shapes.ts';

/** What recurs wherever a ticket is spoken of, described once. */

export const numberOut = z.number().describe('The number people call the ticket by; short enough to say on the phone');
export const titleOut = z.string().describe('The matter in one line, as whoever took it in wrote it');
export const needOut = z.string().describe("The customer's concrete need, in his words; empty where nothing was noted");
export const urgencyOut = z.string().describe('normal, urgent or emergency; it may shorten the limits of the kind');
export const severityOut = z
  .string()
  .nullable()
  .describe('Of a complaint: ordinary, major, or grave (harms image or interests); null: no complaint, or not judged');
export const channelOut = z
  .string()
  .describe(
    'How it came: phone, visit, counter, letter, email, chat, wechat, sms, web (the page of the centre), complaint_line, emergency_line or other',
  );
export const callerNameOut = z
  .string()
  .nullable()
  .describe('Who called, who need not be the customer; null: not written down');
export const satisfactionOut = z
  .number()
  .nullable()
  .describe('1 (not at all) to 5 (very); null: not asked, or not said');
export const outcomeOut = z.string().nullable().describe('What the matter came to; null while it is not resolved');
export const vipOut = z.boolean().describe('To be treated with special care');
export const kindTypeOut = z
  .string()
  .describe(
    'What figures count it as: consultation, complaint, suggestion, request, repair, help, task, dispute or compliment',
  );
export const iconOut = z.string().describe('Name of the picture the screens show for it');

export const channelInput = z.enum(CHANNELS);
export const urgencyInput = z.enum(['normal', 'urgent', 'emergency']);
export const severityInput = z.enum(['ordinary', 'major', 'grave']);
export const satisfactionInput = z.number().int().min(1).max(5);

/** The ticket itself, as a line about something else names it. */
export const ticketNameOut = z
  .object({ id: idOut('ticket'), number: numberOut, title: titleOut })
  .meta({ id: 'TicketName', description: 'A ticket, by what people call it' });

export const kindOut = z
  .object({
    key: z.string().describe('Stable; /api/kinds/{key} has the whole definition'),
    name: wordsOut.describe('What people call it'),
    type: kindTypeOut,
    icon: iconOut,
  })
  .meta({ id: 'KindName', description: 'What sort of matter it is, by the version it was opened under' });

export const stageOut = z
  .object({
    key: z.string().describe("The kind's own name for the stage"),
    name: wordsOut.describe('What people call it'),
    class: z
      .string()
      .describe(
        'What clocks and figures see: new, active, waiting_customer, waiting_other, resolved, closed or cancelled',
      ),
  })
  .meta({ id: 'Stage', description: 'Where a ticket stands' });

export const placeOut = z
  .object({
    id: idOut('place'),
    code: z.string().describe('How people say it: 3-1202'),
    name: z.string().describe('What it is called; as the code where it has no other name'),
    kind: z.string().describe('estate, building, unit, public_area or facility'),
    safety: z.boolean().describe("People's safety hangs on it: lift, fire, gas, electricity"),
  })
  .describe('Where it is about');
const { id, code, name } = placeOut.shape;
export const placeNameOut = z
  .object({ id, code, name })
  .meta({ id: 'PlaceName', description: 'A flat, area or facility, by what people call it' });
export const placeCodeOut = z.object({ id, code }).meta({ id: 'PlaceCode', description: 'A place, as people say it' });

export const customerNameOut = z
  .object({ id: idOut('customer'), name: z.string().describe('Of the person, household or company') })
  .meta({ id: 'CustomerName', description: 'Whom the matter is for' });
export const customerLineOut = customerNameOut
  .extend({ vip: vipOut })
  .meta({ id: 'CustomerLine', description: 'Whom the matter is for' });
export const customerOut = customerLineOut.extend({
  phones: z
    .array(z.string())
    .describe(
      'Where to reach him, the one to call first before the others; masked, unless the caller may see them whole',
    ),
});
