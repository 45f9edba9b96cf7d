import { z } from 'zod';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut } from '../platform/http/shapes.ts';
import { contactLineOut } from '../contact/line.ts';
import { matterOut } from '../ticket/matters.ts';
import { customerKindOut, relationOut, sinceOut, untilOut } from '../place/view.ts';
import { personOut } from '../organisation/shapes.ts';
import {
  channelOut,
  customerLineOut as lineOut,
  customerNameOut,
  numberOut,
  placeOut,
  titleOut,
  vipOut,
} from '../ticket/shapes.ts';
import { NAMED_PLACES } from './still-named.ts';

const livesAt = placeOut.pick({ code: true, name: true }).extend({
  placeId: idOut('place'),
  relation: relationOut,
  since: sinceOut,
  until: untilOut,
});

const label = z.string().describe('Which one it is: mobile, office, daughter; empty: not said');

const phoneOut = z.object({
  number: z.string().describe('As it is dialled; masked unless the caller may see it whole'),
  label,
  first: z.boolean().describe('The one to call first'),
});

const touchOut = z.object({
  at: momentOut.describe('When it was'),
  channel: channelOut,
  direction: z.string().describe('in: he reached us; out: we reached him'),
});

export const customerLineOut = lineOut.extend({
  lastContact: touchOut
    .nullable()
    .describe('When and by which channel somebody last spoke or wrote with him; null: never'),
  kind: customerKindOut,
  phone: z.string().nullable().describe('The one to call first; masked unless the caller may see it whole; null: none'),
  places: z.array(livesAt.pick({ placeId: true, code: true, relation: true })).describe('Places he has to do with now'),
  openCount: z.number().describe('Tickets for him that are not closed'),
});

export const customersOut = pageOf(customerLineOut).extend({ can: canOut });

const counts = z.record(z.string(), z.number().int());

const erasureOut = z
  .object({
    at: momentOut,
    by: z.string().nullable().describe('Who erased it; null: its age did, at night'),
    reason: z.string().describe('Why: asked_by_customer, kept_long_enough, entered_by_mistake or other'),
    gone: counts.describe(
      'How many went: phones, emails, places, people, callers, files; and texts that named him: rounds, shifts, disturbances, papers, plans, daily_records, quality, reports, matters, drafts',
    ),
    stays: counts.describe(
      'How many stay without a name, for figures: tickets, contacts, visits; namesakes: what another customer bears as well, left in texts not tied to this one; elsewhere: texts of other people’s matters that named him, for a person to decide',
    ),
    toDecide: z.number().int().describe('Of these, how many nobody has decided about yet'),
  })
  .describe('The proof of it');

const memberOut = customerNameOut.extend({
  kind: customerKindOut,
  relation: z.string().describe('What he is to the others: mother, manager; empty: not said'),
});

export const customerPageOut = z.object({
  id: idOut('customer'),
  version: versionOut,
  kind: customerKindOut,
  name: customerNameOut.shape.name,
  language: z.string().describe('In which he is spoken to: en, zh-hans or zh-hant'),
  updates: z.string().describe('By which sort of channel he hears by itself how his matters stand: any, one, or none'),
  vip: vipOut,
  note: z.string().nullable().describe('What to know before speaking with him; null: nothing'),
  createdAt: momentOut,
  erasedAt: momentOrNotYet,
  masked: z.boolean().describe('Numbers and addresses are shown only in part'),
  phones: z.array(phoneOut).describe('The one to call first before the others'),
  emails: z
    .array(z.object({ address: z.string().describe('Masked unless the caller may see it whole'), label }))
    .describe('Where mail reaches him'),
  places: z.array(livesAt).describe('Places he has or had to do with'),
  members: z.array(memberOut).describe('Who belongs to this household or company'),
  groups: z.array(memberOut).describe('The households and companies he belongs to'),
  open: z.array(matterOut).describe('What is open, with who comes next and the worst clock'),
  recent: z.array(matterOut).describe('The last matters that are settled'),
  contacts: z.array(contactLineOut).describe('The last touches'),
  lastByChannel: z.array(touchOut).describe('The last touch by each channel and way, the newest first'),
  erasure: erasureOut
    .nullable()
    .describe('What went when he was erased; null: he was not, or before reports were kept'),
  can: canOut,
});

export const unmaskedOut = z.object({
  phones: z.array(phoneOut).describe('The numbers, whole, the one to call first before the others'),
});

export const customerVersionOut = z.object({ id: idOut('customer'), version: versionOut });

export const stillNamedOut = pageOf(
  z.object({
    id: idOut('still_named'),
    customerId: idOut('customer').describe('Who was erased'),
    place: z.enum(NAMED_PLACES).describe('In which text of the matter he is named'),
    subject: z
      .object({
        type: z.enum(['ticket', 'contact', 'customer']).describe('What it is'),
        id: z.string().describe('Its identifier'),
      })
      .nullable()
      .describe('Where it stands; null: in no page of its own'),
    ticket: z
      .object({ id: idOut('ticket'), number: numberOut, title: titleOut })
      .nullable()
      .describe('The ticket it stands under, its title left out for who may not see it; null: none'),
    passages: z
      .array(z.string())
      .nullable()
      .describe(
        'What stands there now, with a little around it; empty: he is not named there any more; null: decided, or not to be seen',
      ),
    foundAt: momentOut.describe('When he was erased and it was found'),
    decision: z.enum(['blackened', 'left']).nullable().describe('What was decided; null: nothing yet'),
    decidedAt: momentOrNotYet.describe('When; null: not yet'),
    decidedBy: personOut.nullable().describe('By whom; null: nobody yet'),
    why: z.string().nullable().describe('Why it was left; null: it was not, or nothing was said'),
    can: canOut.describe('decide, blacken'),
  }),
);
