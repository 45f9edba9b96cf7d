import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import * as inputs from './inputs.ts';
import { listAmendments } from './amendments.ts';
import { listArticles } from './list.ts';
import { articlePage, articleVersions } from './page.ts';
import { publicArticle, publicArticles } from './public.ts';
import { listReadings } from './readings.ts';
import { listReviews } from './reviews.ts';
import { knowledgeActs } from './routes-acts.ts';
import { standardRoutes } from './routes-standards.ts';
import { testRoutes } from './routes-tests.ts';
import { writeRoutes } from './routes-write.ts';
import { suggestArticles } from './suggest.ts';
import * as view from './view.ts';
import * as acts from './view-acts.ts';

const tag = 'Knowledge base';
const params = z.object({ id: id('article') });
/** Everybody who is signed in reads what is for him; a token reads with the right to search. */
const reading = { method: 'GET', admits: 'signed-in', token: ['search'], tag } as const;

const lists: Route[] = [
  route({
    ...reading,
    name: 'listArticles',
    path: '/articles',
    summary: 'Find articles: by their words those called so first, else the newest first',
    query: inputs.articlesQuery,
    answer: view.articlesOut,
    handle: (context, { query }) => listArticles(context, query),
  }),
  route({
    ...reading,
    name: 'listArticleReviews',
    path: '/articles/reviews',
    summary: 'Articles to be looked at again and those that were, with how many kept and late',
    query: inputs.reviewsQuery,
    answer: acts.reviewsOut,
    handle: (context, { query }) => listReviews(context, query),
  }),
  route({
    ...reading,
    name: 'listArticleReadings',
    path: '/articles/readings',
    summary: 'What must be read, who has confirmed the version in force and who has not',
    answer: acts.readingsOut,
    handle: (context) => listReadings(context),
  }),
  route({
    ...reading,
    name: 'listAmendments',
    path: '/articles/amendments',
    summary: 'Proposals to amend the house rules, with what was decided',
    query: inputs.amendmentsQuery,
    answer: view.amendmentsOut,
    handle: (context, { query }) => listAmendments(context, query),
  }),
];

const one: Route[] = [
  route({
    ...reading,
    name: 'readArticle',
    path: '/articles/:id',
    summary: 'One article: what it says, who answers for it, when it is looked at again, how it served',
    params,
    answer: view.articleOut,
    handle: (context, { params: { id: articleId } }) => articlePage(context, articleId),
  }),
  route({
    ...reading,
    name: 'articleVersions',
    path: '/articles/:id/versions',
    summary: 'What it said in each version, who wrote it, when and why',
    params,
    answer: view.articleVersionsOut,
    handle: (context, { params: { id: articleId } }) => articleVersions(context, articleId),
  }),
  route({
    name: 'suggestArticles',
    method: 'GET',
    path: '/tickets/:id/articles',
    admits: 'ticket.see',
    tag,
    summary: "The best few articles for a matter's own words, and what was written from it",
    params: z.object({ id: id('ticket') }),
    answer: acts.suggestionsOut,
    handle: (context, { params: { id: ticketId } }) => suggestArticles(context, ticketId),
  }),
];

const forCustomers: Route[] = [
  route({
    name: 'listPublicArticles',
    method: 'GET',
    path: '/public/articles',
    admits: 'anyone',
    tag: 'Customer page',
    summary: 'What customers may read: by its words, else the newest first',
    query: inputs.publicQuery,
    answer: acts.publicArticlesOut,
    handle: (context, { query }) => publicArticles(context, query),
  }),
  route({
    name: 'readPublicArticle',
    method: 'GET',
    path: '/public/articles/:id',
    admits: 'anyone',
    tag: 'Customer page',
    summary: 'One article for customers',
    params,
    answer: acts.publicArticleOut,
    handle: (context, { params: { id: articleId } }) => publicArticle(context, articleId),
  }),
];

/** The knowledge base: articles, their reviews, confirmations, tests and amendments; suggestions beside a matter (KNOW). */
export const knowledgeRoutes: Route[] = [
  ...lists,
  ...one,
  ...forCustomers,
  ...writeRoutes,
  ...knowledgeActs,
  ...standardRoutes,
  ...testRoutes,
];
