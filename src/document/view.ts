import { z } from 'zod';
import { formerOut, personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { DOCUMENT_STATES } from './document.ts';
import { DOCUMENT_WAYS } from './document.ts';

const namedOut = (what: string) =>
  z
    .object({ key: z.string().describe('Stable, for programs: what a change or a filter names it by'), name: wordsOut })
    .describe(what);
const dayOut = (what: string) => z.string().nullable().describe(`${what}, YYYY-MM-DD`);

const referenceOut = z.object({
  id: idOut('document'),
  number: z.string().nullable().describe('Its number; null: it has none yet'),
  subject: z.string().describe('What it is about'),
});

export const documentLineOut = z.object({
  id: idOut('document'),
  way: z.enum(DOCUMENT_WAYS).describe('Drafted here, a letter in or out, or a paper filed as it is'),
  kind: namedOut('What kind of document'),
  class: namedOut('In which class of the archives it is kept'),
  restricted: z.boolean().describe('Once it is final it is read by the owner of its class only'),
  number: z.string().nullable().describe('Its number; null: not yet'),
  subject: z.string().describe('What it is about'),
  person: personOut.describe('Who answers for it'),
  dated: dayOut('The day on it; null: not yet'),
  counterpart: z.string().describe('Which department or body it came from or went to; empty: none'),
  state: z
    .enum(DOCUMENT_STATES)
    .describe(
      'draft, in_review, sent_back, approved, open (a letter that waits for its answer), received, filed, withdrawn or destroyed',
    ),
  liesAt: z.string().describe('Where the paper lies; empty: not filed'),
  lentTo: personOut.nullable().describe('Who has the paper; null: nobody'),
  answerBy: momentOrNotYet.describe('By when it needs an answer; null: it needs none'),
  late: z.boolean().describe('Its answer, the word on it, or the paper lent was due'),
  keepUntil: dayOut('Until when it is kept; null: for good, or not filed'),
  registeredAt: momentOut.describe('When it was written or registered here'),
  superseded: z.boolean().describe('A newer one took its place'),
});
export type DocumentLine = z.output<typeof documentLineOut>;
export const documentsOut = pageOf(documentLineOut).extend({ can: canOut.describe('write, keep') });

export const documentOut = documentLineOut.extend({
  version: versionOut,
  text: z.string().describe('Its text, or what it says in short'),
  files: z
    .array(
      z.object({
        id: idOut('file'),
        name: z.string().describe('As it was called when it was uploaded'),
        type: z.string().describe('MIME type'),
      }),
    )
    .describe('Files that belong to it'),
  by: personOut.describe('Who wrote or registered it'),
  body: z
    .object({ id: idOut('liaison_body'), name: z.string().describe('What it is called') })
    .nullable()
    .describe('The body outside; null: none that we keep'),
  keeper: wordsOut.nullable().describe('Which post alone files and lends it; null: the house has it no more'),
  sha256: z.string().nullable().describe('Digest of what was approved, 64 hexadecimal digits; null: not approved'),
  intact: z
    .boolean()
    .nullable()
    .describe('It is as it was approved; false: a name was erased since, as the law demands; null: not approved'),
  supersedes: referenceOut.nullable().describe('Which one it takes the place of'),
  supersededBy: referenceOut.nullable().describe('Which one took its place'),
  answers: referenceOut.nullable().describe('The letter that it answers'),
  answeredBy: referenceOut.nullable().describe('The letter that answers it'),
  reviews: z
    .array(
      z.object({
        post: z.object({ id: idOut('post'), name: wordsOut }).describe('To which post it was passed'),
        sentBy: personOut,
        sentAt: momentOut,
        decision: z.enum(['approved', 'sent_back']).nullable().describe('null: not decided'),
        remark: z.string().describe('With which remark'),
        decidedBy: personOut.nullable().describe('Who decided'),
        decidedAt: momentOrNotYet,
      }),
    )
    .describe('Each time it was passed to review, the first first'),
  loans: z
    .array(
      z.object({
        to: personOut.describe('Who had it'),
        why: z.string().describe('What for'),
        by: personOut.describe('Who lent it'),
        lentAt: momentOut,
        dueAt: momentOut,
        returnedAt: momentOrNotYet,
      }),
    )
    .describe('Each time the paper was lent, the newest first'),
  filedBy: personOut.nullable().describe('Who filed it'),
  filedAt: momentOrNotYet,
  destroyedBy: personOut.nullable().describe('Who had it destroyed'),
  destroyedAt: momentOrNotYet,
  destroyedBecause: z.string().nullable().describe('Why, and how'),
  former: formerOut,
  can: canOut.describe('change, send, decide, withdraw, supersede, answer, file, lend, take_back, destroy'),
});
export type DocumentView = z.output<typeof documentOut>;

export const paperRulesOut = z.object({
  kinds: z
    .array(
      z.object({
        key: z.string().describe('Stable, for programs: what a change or a filter names it by'),
        name: wordsOut,
        ways: z.array(z.enum(DOCUMENT_WAYS)).describe('How one comes about'),
      }),
    )
    .describe('Every kind of document of the house'),
  classes: z
    .array(
      z.object({
        key: z.string().describe('Stable, for programs: what a change or a filter names it by'),
        name: wordsOut,
        owner: wordsOut.nullable().describe('Which post owns it; null: the house has it no more'),
        restricted: z.boolean().describe('Read by its owner only'),
        keepYears: z.number().nullable().describe('How many years it is kept; null: for good'),
        can: canOut.describe('keep: file and lend here'),
      }),
    )
    .describe('Every class of the archives'),
  reviewers: z.array(z.object({ id: idOut('post'), name: wordsOut })).describe('Posts to which a draft may be passed'),
});
