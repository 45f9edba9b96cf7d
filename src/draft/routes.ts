import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, OK } from '../platform/http/shapes.ts';
import { dropDraft, keepDraft } from './commands/keep-draft.ts';
import { keepTabs } from './commands/keep-tabs.ts';
import { draftInput, draftOut, keptOut, subjectParams, tabsShape } from './inputs.ts';
import { draftOn, openTabs } from './queries.ts';

const tag = 'Drafts and tabs';
const path = '/drafts/:subject';

const drafts = [
  route({
    name: 'readDraft',
    method: 'GET',
    path,
    admits: 'signed-in',
    tag,
    summary: 'What was begun on a subject and not sent',
    params: subjectParams,
    answer: draftOut,
    handle: (context, { params }) => draftOn(context, params.subject),
  }),
  route({
    name: 'keepDraft',
    method: 'PUT',
    path,
    admits: 'signed-in',
    tag,
    summary: 'Keep what you have begun on a subject',
    params: subjectParams,
    body: draftInput,
    example: { text: '{"title":"Water through the ceiling"}' },
    answer: keptOut,
    handle: async (context, { params, body }) => ({
      savedAt: await keepDraft(context, params.subject, body.text, body.since),
    }),
  }),
  route({
    name: 'dropDraft',
    method: 'DELETE',
    path,
    admits: 'signed-in',
    tag,
    summary: 'Drop your draft on a subject; dropping none is no mistake',
    params: subjectParams,
    answer: done,
    async handle(context, { params }) {
      await dropDraft(context, params.subject);
      return OK;
    },
  }),
];

const tabs = [
  route({
    name: 'myTabs',
    method: 'GET',
    path: '/me/tabs',
    admits: 'signed-in',
    tag,
    summary: 'What you have open',
    answer: tabsShape,
    handle: openTabs,
  }),
  route({
    name: 'keepMyTabs',
    method: 'PUT',
    path: '/me/tabs',
    admits: 'signed-in',
    tag,
    summary: 'Keep what you have open, for the next device or the next day',
    body: tabsShape,
    answer: done,
    async handle(context, { body }) {
      await keepTabs(context, body);
      return OK;
    },
  }),
];

/** What a person has begun and has open. */
export const draftRoutes: Route[] = [...drafts, ...tabs];
