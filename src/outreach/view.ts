import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import { personOut } from '../organisation/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { CUSTOMER_KINDS, RELATIONS } from '../customer/customer.ts';
import { CONTACT_STATES, OUTREACH_STATES } from './outreach.ts';

const filtersOut = z.object({
  kind: z.enum(CUSTOMER_KINDS).optional().describe('Customers of this kind'),
  vip: z.boolean().optional().describe('true: those to be treated with special care; false: the others'),
  place: idOut('place').optional().describe('Who had to do with this place, or with what stands in it'),
  relation: z.enum(RELATIONS).optional().describe('Who was this to some place'),
  quietSince: momentOut.optional().describe('With whom nobody had been in touch since then'),
});

const counts = Object.fromEntries(CONTACT_STATES.map((one) => [one, z.number().describe(`How many stand so: ${one}`)]));

export const outreachOut = z.object({
  id: idOut('outreach'),
  name: z.string().describe('What it is called among ourselves'),
  state: z.enum(OUTREACH_STATES).describe('going, stopped (goes on when somebody says so) or done'),
  customers: z.number().describe('How many it goes to'),
  counts: z.object(counts as Record<(typeof CONTACT_STATES)[number], z.ZodNumber>).describe('How many stand how'),
  perHour: z.number().describe('At most so many customers an hour'),
  caller: personOut.describe('Who makes the calls'),
  by: personOut.describe('Who started it'),
  at: momentOut.describe('When it was started'),
  endedAt: momentOrNotYet,
  can: canOut.describe('stop, go_on'),
});
export const outreachesOut = pageOf(outreachOut).extend({ can: canOut.describe('start') });
export type OutreachLine = z.output<typeof outreachOut>;

export const outreachPageOut = outreachOut.extend({
  subject: wordsOut.describe('As it was written, with its places'),
  text: wordsOut.describe('As it was written, with its places'),
  filters: filtersOut.nullable().describe('By what its customers were selected; null: named one by one'),
});

export const outreachContactOut = z.object({
  id: idOut('outreach_contact'),
  outreach: z
    .object({ id: idOut('outreach'), name: z.string().describe('What it is called among ourselves') })
    .describe('Of which outreach'),
  customer: customerNameOut.describe('Whom it is for'),
  phone: z.string().nullable().describe('Where he is called, masked as on his page; null: no number on file'),
  state: z.enum(CONTACT_STATES).describe('How it stands with him'),
  channel: z.string().nullable().describe('By what he was written to or called; null: not yet, or not at all'),
  message: z
    .object({
      conversationId: idOut('conversation'),
      state: z.string().describe('waiting, sent, failed, bounced or recalled'),
      deliveredAt: momentOrNotYet,
      answeredAt: momentOrNotYet.describe('When he wrote back; null: he has not'),
    })
    .nullable()
    .describe('What was written to him'),
  contactId: idOut('contact').nullable().describe('The touch in the history of contacts; null: none yet'),
  outcome: z.string().nullable().describe('What came of it, as the touch says'),
  text: z.string().describe('What he reads, or is told when called, in his language'),
  at: momentOrNotYet.describe('Since when it stands so; null: it is not his turn yet'),
  by: personOut.nullable().describe('Who called; null: nobody'),
  dueAt: momentOrNotYet.describe('By when he is to be called'),
  can: canOut.describe('call (say what came of the call)'),
});
export type OutreachContact = z.output<typeof outreachContactOut>;
export const outreachContactsOut = pageOf(outreachContactOut);

export const previewOut = z.object({
  customers: z.number().describe('How many it would go to'),
  declined: z.number().describe('How many of them want nothing and are left out'),
  examples: z
    .array(
      z.object({
        customer: customerNameOut.describe('Who would have it'),
        language: z.enum(LANGUAGES).describe('In which language he is written to'),
        by: z.string().describe('A sort of channel, phone (a call), none (he wants nothing) or no_way'),
        subject: z.string().describe('As it would stand there'),
        text: z.string().describe('As he would read it'),
      }),
    )
    .describe('The first few, as each would have it now'),
});
