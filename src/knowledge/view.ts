import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import { changedWhyOut, departmentNameOut, personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';
import { DECISIONS } from './amendment.ts';
import { ARTICLE_SORTS, AUDIENCES } from './article.ts';

/** An article by its title, in the languages it is written in. */
export const named = {
  title: wordsOut.describe('What it is called; empty in a language it is not written in'),
  language: z.enum(LANGUAGES).describe('In which language it is written'),
};
export const sortOut = z.enum(ARTICLE_SORTS).describe('What sort of knowledge');
export const inForceOut = {
  source: z.string().describe('Where it is said; empty: nowhere else'),
  inForceOn: z.string().nullable().describe('From which day it holds, YYYY-MM-DD; null: not said'),
};
export const bodyOut = wordsOut.describe('What it says; empty in a language it is not written in');
export const lineVersionOut = z.number().describe('1, 2, ...; counts what was written');
export const articleNameOut = z.object({ id: idOut('article'), ...named }).describe('The article');

export const ownerOut = z
  .object({
    person: personOut.nullable().describe('The person; null: whoever holds the post'),
    post: z
      .object({ id: idOut('post'), name: wordsOut.describe('What it is called') })
      .nullable()
      .describe('The post; null: a person'),
  })
  .describe('Who answers for it');

export const articleLineOut = z.object({
  id: idOut('article'),
  ...named,
  sort: sortOut,
  audience: z.enum(AUDIENCES).describe("staff, or public: also on the customer's page"),
  department: departmentNameOut.nullable().describe('Of staff only these; null: everybody'),
  ...inForceOut,
  excerpt: wordsOut.describe('How it begins'),
  version: lineVersionOut,
  writtenAt: momentOut.describe('When this version was written'),
  confirmedAt: momentOut.describe('When it was last confirmed right'),
  confirmedBy: personOut.nullable().describe('Who confirmed it; null: it came with the pack'),
  owner: ownerOut,
  uses: z.number().describe('How often it served somebody'),
  retiredAt: momentOrNotYet.describe('Since when it holds no longer; null: it holds'),
});
export const articlesOut = pageOf(articleLineOut).extend({
  can: canOut.describe(
    'write: an article; publish: for customers, and house rules; intervals: how often each sort is reviewed',
  ),
});

export const amendmentOut = z
  .object({
    id: idOut('article_amendment'),
    article: articleNameOut.describe('Which article it is about'),
    version: z.number().describe('The version it was said of'),
    proposed: z.string().describe('How it should read'),
    why: z.string().describe('The reason given for it'),
    by: personOut,
    at: momentOut,
    decideBy: momentOut.nullable().describe('By when it is to be decided; null: it is'),
    decision: z.enum(DECISIONS).nullable().describe('What was decided; null: nothing yet'),
    answer: z.string().nullable().describe('What becomes of it, and why'),
    decidedBy: personOut.nullable().describe('Who decided'),
    decidedAt: momentOrNotYet,
    carriedIn: z.number().nullable().describe('The version that says it; null: none yet'),
  })
  .meta({ id: 'ArticleAmendment', description: 'A proposal to amend a rule of the house' });
export const articleOut = z.object({
  id: idOut('article'),
  ...named,
  body: bodyOut,
  sort: sortOut,
  audience: articleLineOut.shape.audience,
  department: articleLineOut.shape.department,
  ...inForceOut,
  customerSort: z.string().describe('Of experience: with which sort of customer'),
  situation: z.string().describe('Of experience: how it was'),
  wasSaid: z.string().describe('Of experience: what was said'),
  worked: z.string().describe('Of experience: what worked'),
  version: lineVersionOut,
  writtenAt: momentOut.describe('When this version was written'),
  writtenBy: personOut.nullable().describe('Who wrote it; null: it came with the pack'),
  why: changedWhyOut,
  owner: ownerOut,
  confirmedAt: momentOut.describe('When it was last confirmed right'),
  confirmedBy: personOut.nullable().describe('Who confirmed it; null: it came with the pack'),
  reviewBy: momentOut.nullable().describe('By when it is to be looked at again; null: not while it is retired'),
  reviewLate: z.boolean().describe('It was not looked at in time'),
  retiredAt: momentOrNotYet.describe('Since when it holds no longer; null: it holds'),
  retiredBy: personOut.nullable().describe('Who retired it'),
  fromTicket: ticketNameOut.nullable().describe('The solved matter it was written from, for whoever may see that'),
  mustRead: z.boolean().describe('Everybody in its audience confirms that he read it'),
  reading: z
    .object({
      dueAt: momentOut.nullable().describe('By when'),
      confirmedAt: momentOrNotYet,
    })
    .nullable()
    .describe('What the caller owes: his word that he read this version; null: he is not asked'),
  hasTest: z.boolean().describe('It has a test'),
  used: z.number().describe('How often it served somebody'),
  cited: z.number().describe('How often an answer cited it'),
  helpful: z.number().describe('How often it helped'),
  unhelpful: z
    .array(
      z.object({
        words: z.string().describe('Why it did not help'),
        by: personOut,
        at: momentOut,
        settled: z.boolean().describe('It was written anew or confirmed since'),
      }),
    )
    .describe('Why it did not help, the newest first'),
  amendments: z.array(amendmentOut).describe('What would be otherwise in the house rules, the newest first'),
  can: canOut.describe('revise, publish, confirm, retire, read, amend, decide, setTest'),
});

export const amendmentsOut = pageOf(amendmentOut);

export const articleVersionsOut = allOf(
  z.object({
    version: lineVersionOut,
    ...named,
    body: bodyOut,
    ...inForceOut,
    customerSort: articleOut.shape.customerSort,
    situation: articleOut.shape.situation,
    wasSaid: articleOut.shape.wasSaid,
    worked: articleOut.shape.worked,
    by: personOut.nullable().describe('Who wrote it; null: it came with the pack'),
    why: changedWhyOut,
    at: momentOut,
  }),
);
