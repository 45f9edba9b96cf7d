import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { id, line, moment, pageQuery, text, versionRequired } from '../platform/http/shapes.ts';
import { CONTACT_INTERVALS, DEALING_WAYS } from './liaison.ts';

const short = (words: string) => z.string().trim().max(200).default('').describe(words);

const body = {
  kind: z.string().max(60).describe('Key of the kind of body'),
  name: line.describe('What it is called'),
  phone: short('Its telephone'),
  address: short('Where it is'),
  about: z.string().trim().max(2_000).default('').describe('What is worth knowing of it'),
  personId: id('person').describe('Who of ours keeps up with it'),
  every: z.enum(CONTACT_INTERVALS).nullable().default(null).describe('How often to be in touch; null: as matters come'),
};

export const bodyInput = z.strictObject({
  id: id('liaison_body').optional().describe("The client's own new id; the same id again keeps nothing twice"),
  ...body,
});
export type NewBody = z.output<typeof bodyInput>;

export const changeBodyInput = z.strictObject({
  seen: versionRequired,
  ...body,
  ended: z.boolean().default(false).describe('true: nobody deals with it any more; kept for what refers to it'),
});
export type ChangeBody = OnVersion<z.output<typeof changeBodyInput>, 'seen'>;

export const contactInput = z.strictObject({
  id: id('liaison_contact').optional().describe('Whom to change; a new id or none: somebody new there'),
  name: line.describe('His name'),
  position: short('What he is there'),
  phone: short('His telephone'),
  ended: z.boolean().default(false).describe('true: he is there no more'),
});
export type WriteContact = z.output<typeof contactInput>;

const next = z
  .strictObject({
    step: line.describe('What comes next'),
    by: moment.describe('The day until which it is owed; later than now'),
  })
  .describe('The next step, owed by whoever is in charge');

const dealing = {
  happenedAt: moment.optional().describe('When it was, if earlier than now; never later'),
  way: z
    .enum(DEALING_WAYS)
    .describe('phone; visit: one of ours went there; received: they came; letter, meeting or message'),
  contactId: id('liaison_contact').optional().describe('With whom there; left out: nobody by name'),
  said: text.describe('What was said and agreed'),
};

export const matterInput = z.strictObject({
  id: id('liaison_matter').optional().describe("The client's own new id; the same id again opens nothing twice"),
  subject: line.describe('What it is about'),
  personId: id('person').optional().describe('Who of ours is in charge; left out: whoever keeps up with the body'),
  ticketId: id('ticket').optional().describe('The matter of a customer or of the house that it is dealt with for'),
  dealing: z.strictObject(dealing).optional().describe('What was dealt with already; left out: it is planned only'),
  next,
});
export type OpenMatter = z.output<typeof matterInput>;

export const changeMatterInput = z.strictObject({
  seen: versionRequired,
  subject: line.describe('What it is about'),
  personId: id('person').describe('Who of ours is in charge'),
  next,
});
export type ChangeMatter = OnVersion<z.output<typeof changeMatterInput>, 'seen'>;

export const dealingInput = z.strictObject({
  id: id('liaison_dealing').optional().describe("The client's own new id; the same id again logs nothing twice"),
  ...dealing,
  next: next.optional(),
  done: z
    .strictObject({
      outcome: line.describe('What came of it'),
      lesson: z.string().trim().max(2_000).default('').describe('What was learned; needed with those of the trade'),
    })
    .optional()
    .describe('The matter is at its end; else `next` says what follows'),
});
export type LogDealing = z.output<typeof dealingInput>;

const span = {
  from: moment.optional().describe('At or after'),
  until: moment.optional().describe('Before'),
};

export const bodiesQuery = z.strictObject({
  ...pageQuery,
  kind: z.string().max(60).optional().describe('Only of this kind'),
  person: id('person').optional().describe('Only those this person keeps up with'),
  text: z.string().trim().max(100).optional().describe('Only those in whose name or contacts this stands'),
  ended: z.stringbool().default(false).describe('true: only those nobody deals with any more'),
});
export type BodiesQuery = z.output<typeof bodiesQuery>;

export const mattersQuery = z.strictObject({
  ...pageQuery,
  body: id('liaison_body').optional().describe('Only with this body'),
  kind: z.string().max(60).optional().describe('Only with bodies of this kind'),
  person: id('person').optional().describe('Only those this person is in charge of'),
  ticket: id('ticket').optional().describe('Only those dealt with for this matter'),
  open: z.stringbool().optional().describe('true: only open ones; false: only closed ones'),
  late: z.stringbool().optional().describe('true: only those whose next step is late'),
  ...span,
});
export type MattersQuery = z.output<typeof mattersQuery>;

export const dealingsQuery = z.strictObject({
  ...pageQuery,
  body: id('liaison_body').optional().describe('Only with this body'),
  kind: z.string().max(60).optional().describe('Only with bodies of this kind'),
  matter: id('liaison_matter').optional().describe('Only of this matter'),
  way: z.enum(DEALING_WAYS).optional().describe('Only by this way'),
  by: id('person').optional().describe('Only those this person logged'),
  ...span,
});
export type DealingsQuery = z.output<typeof dealingsQuery>;
