import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { recordCall } from './commands/record-call.ts';
import { startOutreach } from './commands/start-outreach.ts';
import { letOutreachGoOn, stopOutreach } from './commands/stop-outreach.ts';
import { listOutreachContacts } from './contacts.ts';
import { calledInput, contactsOfQuery, outreachesQuery, previewInput, startInput } from './inputs.ts';
import { listOutreaches, outreachPage } from './list.ts';
import { previewOutreach } from './preview.ts';
import { outreachContactsOut, outreachesOut, outreachPageOut, previewOut } from './view.ts';

const params = z.object({ id: id('outreach') });
const tag = 'Relationship care';

/** Contacts that we begin, with one customer or a selected group (CHAN-24). */
export const outreachRoutes: Route[] = [
  route({
    name: 'listOutreaches',
    method: 'GET',
    path: '/outreaches',
    admits: 'customer.see',
    tag,
    summary: 'What was begun, the newest first; whoever may not send sees those in which he calls',
    query: outreachesQuery,
    answer: outreachesOut,
    handle: (context, { query }) => listOutreaches(context, query),
  }),
  route({
    name: 'outreachPage',
    method: 'GET',
    path: '/outreaches/:id',
    admits: 'customer.see',
    tag,
    summary: 'One with its text, by what its customers were selected, and how far it is',
    params,
    answer: outreachPageOut,
    handle: (context, given) => outreachPage(context, given.params.id),
  }),
  route({
    name: 'listOutreachContacts',
    method: 'GET',
    path: '/outreach-contacts',
    admits: 'customer.see',
    tag,
    summary: 'Each customer with what became of it; with `mine`, the calls that are mine to make',
    query: contactsOfQuery,
    answer: outreachContactsOut,
    handle: (context, { query }) => listOutreachContacts(context, query),
  }),
  route({
    name: 'previewOutreach',
    method: 'POST',
    path: '/outreaches/preview',
    admits: 'outreach.send',
    tag,
    summary: 'To how many it would go, and how the first of them would have it; writes nothing',
    body: previewInput,
    answer: previewOut,
    handle: (context, { body }) => previewOutreach(context, body),
  }),
  route({
    name: 'startOutreach',
    method: 'POST',
    path: '/outreaches',
    admits: 'outreach.send',
    tag,
    summary: 'Write to one customer or a selected group, each by the way he wants, at a pace',
    about:
      'Who wants nothing is left out. Who wants to be called, or cannot be written to, is a call for `callerId` to make.',
    status: 201,
    body: startInput,
    answer: z.object({ id: idOut('outreach') }),
    handle: async (context, { body }) => ({ id: await startOutreach(context, body) }),
  }),
  route({
    name: 'stopOutreach',
    method: 'POST',
    path: '/outreaches/:id/stop',
    admits: 'outreach.send',
    tag,
    summary: 'Stop it: whoever was not reached yet is not',
    params,
    answer: done,
    handle: async (context, given) => {
      await stopOutreach(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'letOutreachGoOn',
    method: 'POST',
    path: '/outreaches/:id/go-on',
    admits: 'outreach.send',
    tag,
    summary: 'Let it go on with those not reached yet',
    params,
    answer: done,
    handle: async (context, given) => {
      await letOutreachGoOn(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'recordCareCall',
    method: 'POST',
    path: '/outreach-contacts/:id/called',
    admits: 'contact.record',
    tag,
    summary: 'Say what came of a call, or that nobody was reached; it stands in the history of contacts',
    params: z.object({ id: id('outreach_contact') }),
    body: calledInput,
    answer: done,
    handle: async (context, given) => {
      await recordCall(context, given.params.id, given.body);
      return OK;
    },
  }),
];
