import { z } from 'zod';
import { formerOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { CONTACT_INTERVALS, DEALING_WAYS } from './liaison.ts';

const kindOut = z
  .object({ key: z.string().describe('Stable, for programs: what a change or a filter names it by'), name: wordsOut })
  .describe('What kind of body');
const bodyNameOut = z.object({ id: idOut('liaison_body'), name: z.string().describe('What it is called') });

export const bodyLineOut = z.object({
  id: idOut('liaison_body'),
  kind: kindOut,
  name: z.string().describe('What it is called'),
  phone: z.string().describe('Its telephone'),
  address: z.string().describe('Where it is'),
  person: personOut.describe('Who of ours keeps up with it'),
  every: z.enum(CONTACT_INTERVALS).nullable().describe('How often to be in touch; null: as matters come'),
  lastAt: momentOrNotYet.describe('When it was last dealt with'),
  touchBy: momentOrNotYet.describe('By when somebody is to be in touch; null: nothing is owed'),
  openMatters: z.number().describe('How many matters with it are open'),
  nextBy: momentOrNotYet.describe('The next of their next steps; null: none is open'),
  endedAt: momentOrNotYet,
});
export type BodyLine = z.output<typeof bodyLineOut>;
export const bodiesOut = pageOf(bodyLineOut).extend({ can: canOut.describe('log') });

export const dealingOut = z.object({
  id: idOut('liaison_dealing'),
  matter: z
    .object({ id: idOut('liaison_matter'), subject: z.string().describe('What it is about') })
    .describe('What was dealt with'),
  body: bodyNameOut.describe('With which body'),
  happenedAt: momentOut,
  way: z.enum(DEALING_WAYS).describe('How'),
  contact: z.string().nullable().describe('With whom there; null: nobody by name'),
  said: z.string().describe('What was said and agreed'),
  by: personOut.describe('Who logged it'),
  recordedAt: momentOut,
});
export type Dealing = z.output<typeof dealingOut>;
export const dealingsOut = pageOf(dealingOut);

export const matterLineOut = z.object({
  id: idOut('liaison_matter'),
  body: bodyNameOut.describe('With which body'),
  kind: kindOut,
  subject: z.string().describe('What it is about'),
  person: personOut.describe('Who of ours is in charge'),
  ticket: z
    .object({ id: idOut('ticket'), number: z.number().describe('The number people call it by') })
    .nullable()
    .describe('For which matter it is dealt with; null: none'),
  openedAt: momentOut,
  nextStep: z.string().nullable().describe('What comes next; null: it is closed'),
  nextBy: momentOrNotYet.describe('By when; null: it is closed'),
  late: z.boolean().describe('The next step was due'),
  closedAt: momentOrNotYet,
  outcome: z.string().nullable().describe('What came of it; null: it is open'),
  lesson: z.string().nullable().describe('What was learned; null: it is open'),
});
export type MatterLine = z.output<typeof matterLineOut>;
export const mattersOut = pageOf(matterLineOut);

export const matterOut = matterLineOut.extend({
  version: versionOut,
  learns: z.boolean().describe('It ends with what was learned'),
  closedBy: personOut.nullable().describe('Who ended it; null: it is open'),
  dealings: z.array(dealingOut).describe('Its log, the newest first'),
  contacts: z
    .array(z.object({ id: idOut('liaison_contact'), name: z.string().describe('His name') }))
    .describe('Whom one may have dealt with there'),
  former: formerOut,
  can: canOut.describe('deal, change'),
});
export type MatterView = z.output<typeof matterOut>;

export const bodyOut = bodyLineOut.extend({
  version: versionOut,
  about: z.string().describe('What is worth knowing of it'),
  contacts: z
    .array(
      z.object({
        id: idOut('liaison_contact'),
        name: z.string().describe('His name'),
        position: z.string().describe('What he is there'),
        phone: z.string().describe('His telephone'),
        endedAt: momentOrNotYet,
      }),
    )
    .describe('Whom one knows there'),
  former: formerOut,
  can: canOut.describe('change, log'),
});
export type BodyView = z.output<typeof bodyOut>;

export const bodyKindsOut = z.object({
  items: z
    .array(
      z.object({
        key: z.string().describe('Stable, for programs: what a change or a filter names it by'),
        name: wordsOut,
        learns: z.boolean().describe('A matter with one ends with what was learned'),
      }),
    )
    .describe('Every kind of body of the house'),
});
