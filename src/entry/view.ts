import { z } from 'zod';
import { OUTSIDE_KINDS } from '../channel/kinds.ts';
import { receptionOut } from '../organisation/reception.ts';
import { paperAskedOut, papersToBringOut } from '../formality/view.ts';
import { publishedOut } from '../offering/view.ts';
import { allOf, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';
import { customerViewOut } from '../ticket/forms.ts';
import { PART_STATES } from '../work-order/part.ts';
import { numberOut, titleOut } from '../ticket/shapes.ts';
import { fieldFacts } from '../ticket/view-parts.ts';

const zone = z.string().describe('Where its clock stands, such as Asia/Shanghai');

export const centrePageOut = z.object({
  organisation: z.string().describe('Whose centre it is'),
  zone,
  reception: receptionOut.describe('Where and how to complain: place, telephone, hours (CHAN-22)'),
  chat: z.boolean().describe('Whether there is a chat: GET /public/chat says more'),
  codesBy: z
    .array(z.enum(OUTSIDE_KINDS))
    .describe('How a code can be sent: by mail, by text message; nothing: the desk gives it'),
  texts: z
    .object({
      welcome: wordsOut.describe('At the top'),
      emergency: wordsOut.describe('What to do where life or property is in danger'),
      complaints: wordsOut.describe('How complaints are handled'),
      afterwards: wordsOut.describe('Once something was sent in: what happens next'),
      rules: wordsOut.describe('The rules by which the centre works'),
      expenditure: wordsOut.describe('What the charges are spent on'),
    })
    .describe('What the centre tells its customers; an empty text is not shown'),
  offerings: z.array(publishedOut).describe('Published services and charges'),
  kinds: z
    .array(
      z.object({
        key: z.string().describe('What is sent as `kind`'),
        name: wordsOut.describe('What it is called'),
        about: wordsOut.describe('When to choose it'),
        needsPlace: z.boolean().describe('Refused without saying where'),
        papers: z.array(paperAskedOut).describe('What has to be brought for it; mostly nothing'),
        fields: z.array(z.object(fieldFacts)).describe('What is asked besides the text'),
      }),
    )
    .describe('What may be sent in'),
});

export const submittedOut = z.object({
  number: numberOut,
  secret: z.string().describe('Opens this one matter: the end of its link, after #'),
  expiresAt: momentOut.describe('Until when the link is good'),
});

export const casesOut = allOf(
  z.object({
    id: idOut('ticket'),
    number: numberOut,
    title: titleOut,
    kind: wordsOut.describe('What sort of matter it is'),
    stage: wordsOut.describe('Where it stands, in plain words'),
    openedAt: momentOut,
    closedAt: momentOrNotYet,
  }),
).extend({ zone, all: z.boolean().describe('true: all of his own; false: the one of the link') });

export const caseOut = customerViewOut.omit({ contact: true }).extend({
  id: idOut('ticket'),
  contact: z.string().describe('Name of the one person he hears from'),
  stage: wordsOut.describe('Where it stands, in plain words'),
  closedAt: momentOrNotYet,
  papers: papersToBringOut,
  parts: z
    .array(
      z.object({
        no: z.number().int().describe('Its number under the number of the matter'),
        department: wordsOut.describe('Which department sees to it'),
        state: z.enum(PART_STATES).describe('open: being seen to; done; dropped: not needed after all'),
        doneAt: momentOrNotYet,
      }),
    )
    .describe('Of a case that several departments see to: how each part stands; else empty'),
  can: z
    .object({
      add: z.boolean().describe('Whether he may add a word'),
      rate: z.boolean().describe('Whether he is asked if it is solved'),
    })
    .describe('What he may do'),
});

export const ownNoticesOut = allOf(
  z.object({
    id: idOut('notice_receipt'),
    number: numberOut,
    title: titleOut,
    text: z.string().describe('What he is to know'),
    place: z.string().describe('For which of his places: 3-1202'),
    knowBy: z.string().describe('The day by which he is asked to say that he knows, as YYYY-MM-DD'),
    givenAt: momentOrNotYet.describe('When he was given it; null: only here, so far'),
    knownAt: momentOrNotYet.describe('When he said that he knows; null: not yet'),
  }),
);

export const codeOut = z.object({
  code: z.string().describe('Said or printed; it opens a session once'),
  expiresAt: momentOut.describe('Until when it may be used'),
});
