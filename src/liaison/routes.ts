import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { listBodies, readBody, readBodyKinds } from './bodies.ts';
import { changeMatter } from './commands/change-matter.ts';
import { logDealing } from './commands/log-dealing.ts';
import { openMatter } from './commands/open-matter.ts';
import { changeBody, keepBody } from './commands/write-body.ts';
import { writeContact } from './commands/write-contact.ts';
import { listDealings } from './dealings.ts';
import {
  bodiesQuery,
  bodyInput,
  changeBodyInput,
  changeMatterInput,
  contactInput,
  dealingInput,
  dealingsQuery,
  matterInput,
  mattersQuery,
} from './inputs.ts';
import { listMatters, readMatter } from './matters.ts';
import { bodiesOut, bodyKindsOut, bodyOut, dealingsOut, matterOut, mattersOut } from './view.ts';

const ofBody = z.object({ id: id('liaison_body') });
const ofMatter = z.object({ id: id('liaison_matter') });
const tag = 'Liaison';
const common = { tag, admits: 'signed-in', token: ['liaison.log', 'report.see'] } as const;
const write = { tag, admits: 'liaison.log' } as const;

const reads: Route[] = [
  route({
    ...common,
    name: 'listBodies',
    method: 'GET',
    path: '/liaison-bodies',
    summary: 'Bodies outside the house, by name, with what is open with each',
    query: bodiesQuery,
    answer: bodiesOut,
    handle: (context, { query }) => listBodies(context, query),
  }),
  route({
    ...common,
    name: 'readBodyKinds',
    method: 'GET',
    path: '/liaison-kinds',
    summary: 'The kinds of body of the house',
    answer: bodyKindsOut,
    handle: (context) => readBodyKinds(context),
  }),
  route({
    ...common,
    name: 'readBody',
    method: 'GET',
    path: '/liaison-bodies/:id',
    summary: 'One body with whom one knows there',
    params: ofBody,
    answer: bodyOut,
    handle: (context, { params }) => readBody(context, params.id),
  }),
  route({
    ...common,
    name: 'listMatters',
    method: 'GET',
    path: '/liaison-matters',
    summary: 'What is dealt with with bodies outside, the newest first',
    query: mattersQuery,
    answer: mattersOut,
    handle: (context, { query }) => listMatters(context, query),
  }),
  route({
    ...common,
    name: 'readMatter',
    method: 'GET',
    path: '/liaison-matters/:id',
    summary: 'One with its whole log',
    params: ofMatter,
    answer: matterOut,
    handle: (context, { params }) => readMatter(context, params.id),
  }),
  route({
    ...common,
    name: 'listDealings',
    method: 'GET',
    path: '/liaison-dealings',
    summary: 'The log of dealings with bodies outside, the newest first',
    query: dealingsQuery,
    answer: dealingsOut,
    handle: (context, { query }) => listDealings(context, query),
  }),
];

const writes: Route[] = [
  route({
    ...write,
    name: 'keepBody',
    method: 'POST',
    path: '/liaison-bodies',
    summary: 'Keep a body outside the house',
    status: 201,
    body: bodyInput,
    answer: z.object({ id: idOut('liaison_body') }),
    handle: async (context, { body }) => ({ id: await keepBody(context, body) }),
  }),
  route({
    ...write,
    name: 'changeBody',
    method: 'PUT',
    path: '/liaison-bodies/:id',
    summary: 'Correct what is kept of a body, or end dealing with it',
    params: ofBody,
    body: changeBodyInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await changeBody(context, params.id, body);
      return OK;
    },
  }),
  route({
    ...write,
    name: 'writeLiaisonContact',
    method: 'POST',
    path: '/liaison-bodies/:id/contacts',
    summary: 'Whom one knows there: somebody new, somebody who is something else now, or has gone',
    params: ofBody,
    body: contactInput,
    answer: z.object({ id: idOut('liaison_contact') }),
    handle: async (context, { params, body }) => ({ id: await writeContact(context, params.id, body) }),
  }),
  route({
    ...write,
    name: 'openMatter',
    method: 'POST',
    path: '/liaison-bodies/:id/matters',
    summary: 'Begin something with a body: who is in charge, and the next step by a day',
    params: ofBody,
    status: 201,
    body: matterInput,
    answer: z.object({ id: idOut('liaison_matter') }),
    handle: async (context, { params, body }) => ({ id: await openMatter(context, params.id, body) }),
  }),
  route({
    ...write,
    name: 'changeMatter',
    method: 'PUT',
    path: '/liaison-matters/:id',
    summary: 'Say who is in charge now, and what comes next by when',
    params: ofMatter,
    body: changeMatterInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await changeMatter(context, params.id, body);
      return OK;
    },
  }),
  route({
    ...write,
    name: 'logDealing',
    method: 'POST',
    path: '/liaison-matters/:id/dealings',
    summary: 'Log what was dealt with, and what comes next by when, or how it ended',
    params: ofMatter,
    status: 201,
    body: dealingInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await logDealing(context, params.id, body);
      return OK;
    },
  }),
];

/** Bodies outside the house: whom one knows there, and the log of what is dealt with. */
export const liaisonRoutes: Route[] = [...reads, ...writes];
