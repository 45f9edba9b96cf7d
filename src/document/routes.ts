import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { decideReview } from './commands/decide-review.ts';
import { sendToReview, withdrawDraft } from './commands/send-to-review.ts';
import { changeDraft, writeDraft } from './commands/write-draft.ts';
import { changeDraftInput, decideInput, documentsQuery, draftInput, reviewInput } from './inputs.ts';
import { listDocuments, readPaperRules } from './list.ts';
import { readDocument } from './page.ts';
import { archiveRoutes } from './routes-archives.ts';
import { documentOut, documentsOut, paperRulesOut } from './view.ts';

const params = z.object({ id: id('document') });
const made = z.object({ id: idOut('document') });
const tag = 'Documents';
const read = { tag, admits: 'document.write' } as const;
const write = { tag, admits: 'document.write' } as const;

const reads: Route[] = [
  route({
    ...read,
    name: 'listDocuments',
    method: 'GET',
    path: '/documents',
    summary: 'The register of documents, letters and papers, the newest first',
    about: 'What is kept in a restricted class is there for the post that owns the class only, whatever else one may.',
    query: documentsQuery,
    answer: documentsOut,
    handle: (context, { query }) => listDocuments(context, query),
  }),
  route({
    ...read,
    name: 'readPaperRules',
    method: 'GET',
    path: '/paper-rules',
    summary: 'Kinds of document, classes of the archives, and the posts that review',
    answer: paperRulesOut,
    handle: (context) => readPaperRules(context),
  }),
  route({
    ...read,
    name: 'readDocument',
    method: 'GET',
    path: '/documents/:id',
    summary: 'One document with its review, its loans, and how it stood before',
    params,
    answer: documentOut,
    handle: (context, given) => readDocument(context, given.params.id),
  }),
];

const drafts: Route[] = [
  route({
    ...write,
    name: 'writeDraft',
    method: 'POST',
    path: '/documents',
    summary: 'Draft a document, perhaps in place of an approved one',
    status: 201,
    body: draftInput,
    answer: made,
    handle: async (context, { body }) => ({ id: await writeDraft(context, body) }),
  }),
  route({
    ...write,
    name: 'changeDraft',
    method: 'PUT',
    path: '/documents/:id',
    summary: 'Word a draft anew; what is approved is not changed any more',
    params,
    body: changeDraftInput,
    answer: done,
    handle: async (context, given) => {
      await changeDraft(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...write,
    name: 'sendToReview',
    method: 'POST',
    path: '/documents/:id/review',
    summary: 'Pass a draft to the post that reviews it',
    params,
    body: reviewInput,
    answer: done,
    handle: async (context, given) => {
      await sendToReview(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...write,
    name: 'withdrawDraft',
    method: 'POST',
    path: '/documents/:id/withdraw',
    summary: 'Withdraw a draft of one’s own',
    params,
    answer: done,
    handle: async (context, given) => {
      await withdrawDraft(context, given.params.id);
      return OK;
    },
  }),
  route({
    tag,
    admits: 'document.approve',
    name: 'decideReview',
    method: 'POST',
    path: '/documents/:id/decision',
    summary: 'As the post it was passed to, approve it or send it back',
    about: 'Approved it has its number and date and is never changed again.',
    params,
    body: decideInput,
    answer: done,
    handle: async (context, given) => {
      await decideReview(context, given.params.id, given.body);
      return OK;
    },
  }),
];

/** Documents from the draft to the archives, letters in and out, and one register of them all. */
export const documentRoutes: Route[] = [...reads, ...drafts, ...archiveRoutes];
