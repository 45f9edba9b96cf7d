import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import { id, line, moment, pageQuery, text, versionRequired } from '../platform/http/shapes.ts';
import { key } from '../pack/shapes.ts';
import { DECISIONS } from './amendment.ts';
import { ARTICLE_SORTS, AUDIENCES } from './article.ts';
import { articleReviewDays } from './review-days.ts';
import { questionShape } from './knowledge-test.ts';
import { STANDINGS } from './process.ts';

const LONGEST = 20_000;
const EMPTY = { en: '', 'zh-hans': '', 'zh-hant': '' };

/** In the language it is written in it must be there; the others may be empty. */
const inLanguages = (most: number) =>
  z
    .strictObject({
      en: z.string().trim().max(most).default('').describe('In English; empty: not written'),
      'zh-hans': z.string().trim().max(most).default('').describe('In Simplified Chinese; empty: not written'),
      'zh-hant': z.string().trim().max(most).default('').describe('In Traditional Chinese; empty: not written'),
    })
    .default(EMPTY);
const said = (most: number, what: string) => z.string().trim().max(most).default('').describe(what);

export const sortInput = z
  .enum(ARTICLE_SORTS)
  .describe(
    'guide, product (product sheet), policy (policy or law), rules (house rules), process (standard process), work_guide, service (service item) or experience (note by sort of customer)',
  );
const audienceInput = z.enum(AUDIENCES).describe("staff, or public: also on the customer's page");
const languageInput = z.enum(LANGUAGES);

export const articleFacts = {
  sort: sortInput,
  audience: audienceInput.default('staff'),
  departmentId: id('department').nullable().default(null).describe('Of staff only these; null: everybody'),
  owner: z
    .union([
      z.strictObject({ personId: id('person').describe('Whose it is to keep right') }),
      z.strictObject({ postId: id('post').describe('Whoever holds the post') }),
    ])
    .optional()
    .describe('Who answers for it and reviews it; left out: whoever writes it'),
  mustRead: z
    .boolean()
    .default(false)
    .describe('Everybody in its audience is asked to confirm that he read the version in force'),
  language: languageInput.default('zh-hans').describe('In which language it is written'),
  title: inLanguages(200).describe('What it is called'),
  body: inLanguages(LONGEST).describe('What it says: paragraphs, `- ` for lists, `## ` for headings'),
  source: said(300, 'Where it is said: law, authority, document; needed of policy, work guides and service items'),
  inForceOn: z.iso
    .date()
    .nullable()
    .default(null)
    .describe('From which day it holds, YYYY-MM-DD; needed of policy, work guides and service items'),
  customerSort: said(100, 'Of experience: with which sort of customer'),
  situation: said(4000, 'Of experience: how it was'),
  wasSaid: said(4000, 'Of experience: what was said'),
  worked: said(4000, 'Of experience: what worked'),
};

export const addArticleInput = z.strictObject({
  id: id('article').optional().describe("The client's own new id; the same id again writes nothing twice"),
  key: key.optional().describe('Its stable name; left out: none'),
  fromTicketId: id('ticket').optional().describe('The solved matter it was written from; they are linked'),
  ...articleFacts,
});
export type AddArticle = z.output<typeof addArticleInput> & { why?: string };

export const reviseArticleInput = z.strictObject({
  version: versionRequired,
  why: line.describe('Why it is written anew; kept with the version'),
  amendments: z
    .array(id('article_amendment'))
    .max(50)
    .default([])
    .describe('Adopted proposals that this version carries'),
  ...articleFacts,
});
export type ReviseArticle = z.output<typeof reviseArticleInput>;

export const seenInput = z.strictObject({ version: versionRequired });
export const retireInput = z.strictObject({
  version: versionRequired,
  retired: z.boolean().describe('true: it holds no longer; false: it holds again'),
});

export const articlesQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(200).default('').describe('Words of it, in any language; left out: all, the newest first'),
  sort: sortInput.optional().describe('Only of this sort'),
  audience: audienceInput.optional().describe('Only for these'),
  department: id('department').optional().describe('Only what is narrowed to this department'),
  owner: id('person').optional().describe('Only what this person owns'),
  state: z
    .enum(['current', 'retired'])
    .default('current')
    .describe('current: what holds; retired: what holds no longer, for whoever may write it'),
});
export type ArticlesQuery = z.output<typeof articlesQuery>;

export const usedInput = z.strictObject({
  id: id('article_use').optional().describe("The client's own new id; the same id again counts nothing twice"),
  ticketId: id('ticket').optional().describe('On which matter; left out: on none'),
});
export const citeInput = usedInput.extend({
  language: languageInput.default('zh-hans').describe('In which language the customer is answered'),
});
export const feedbackInput = z.strictObject({
  id: id('article_feedback').optional().describe("The client's own new id; the same id again says nothing twice"),
  helpful: z.boolean().describe('Whether it helped'),
  words: said(1000, 'Why; needed where it did not help'),
});

export const amendInput = z.strictObject({
  id: id('article_amendment').optional().describe("The client's own new id; the same id again proposes nothing twice"),
  proposed: text.describe('How it should read'),
  why: text.describe('What speaks for the change'),
});
export const decideInput = z.strictObject({
  decision: z.enum(DECISIONS).describe('adopted, partly or declined'),
  answer: text.describe('What becomes of it, and why'),
});
export const amendmentsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'decided', 'all']).default('all').describe('open: not decided yet'),
});

export const setTestInput = z.strictObject({
  version: z.number().int().min(0).describe('The version of the test last read, 0 where there was none'),
  questions: z.array(questionShape).max(20).describe('A few questions; none: no test any more'),
});
export const takeTestInput = z.strictObject({
  id: id('article_test_result').optional().describe("The client's own new id; the same id again counts nothing twice"),
  version: z.number().int().min(1).describe('The version of the test that was read'),
  answers: z.array(z.number().int().min(0).max(5)).max(20).describe('The choice for each question, counted from 0'),
});

export const reviewsQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum(['open', 'settled', 'all'])
    .default('open')
    .describe('open: owed, the one due first at the top; settled: looked at, kept or late'),
  owner: id('person').optional().describe('Only what this person owes'),
  from: moment.optional().describe('Due at or after'),
  until: moment.optional().describe('Due before'),
});
export type ReviewsQuery = z.output<typeof reviewsQuery>;

export const publicQuery = z.strictObject({
  ...pageQuery,
  limit: pageQuery.limit.default(20),
  q: articlesQuery.shape.q,
});

export const reviewDaysInput = z.strictObject({
  days: articleReviewDays.describe('Days by sort; a sort left out keeps what it has'),
  why: line.describe('Why; kept with the version of the settings'),
});

export const bindInput = z.strictObject({
  version: versionRequired,
  departmentIds: z
    .array(id('department'))
    .max(60)
    .describe('All departments it binds from now on; each that is new is asked for its word'),
});
export const acceptInput = z.strictObject({
  version: z.number().int().min(1).describe('The version that was read; a newer one refuses the confirmation'),
  departmentId: id('department').describe('For which department its head confirms it'),
});

export const trainInput = z.strictObject({
  version: versionRequired,
  postIds: z.array(id('post')).max(60).describe('All posts it binds from now on; whoever holds one is asked to read'),
  articleIds: z
    .array(id('article'))
    .max(20)
    .describe('All articles that belong to its training, read and passed like the process itself'),
});
export type Train = z.output<typeof trainInput>;

export const processesQuery = z.strictObject({
  article: id('article').optional().describe('Only this process'),
  post: id('post').optional().describe('Only processes that bind this post, and of the people only who holds it'),
  person: id('person').optional().describe('Of the people only this one'),
  standing: z
    .enum(STANDINGS)
    .optional()
    .describe('Of the people only these. done: read and passed; open: not yet; late: not yet though it was due'),
});
export type ProcessesQuery = z.output<typeof processesQuery>;
