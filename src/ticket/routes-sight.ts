import { z } from 'zod';
import { colleaguesOut, colleaguesQuery } from '../organisation/colleagues.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, moment, OK } from '../platform/http/shapes.ts';
import { changed, changedOut, ticketParams } from './answer.ts';
import { colleagues } from './colleagues.ts';
import { noteSeen } from './commands/note-seen.ts';
import { stopWatching, watchTicket } from './commands/watch-ticket.ts';

const watchInput = z.strictObject({
  personId: id('person').optional().describe('Who is to hear of it; left out: whoever asks'),
});

/** Who keeps a ticket in sight, and who may be asked to. */
export const sightRoutes: Route[] = [
  route({
    name: 'watchTicket',
    method: 'POST',
    path: '/tickets/:id/watchers',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Hear what becomes of it, oneself or a colleague who may see it',
    params: ticketParams,
    body: watchInput,
    answer: changedOut,
    handle: async (context, { params, body }) => {
      await watchTicket(context, params.id, body.personId);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'stopWatching',
    method: 'DELETE',
    path: '/tickets/:id/watchers/:personId',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Hear no more of it',
    params: ticketParams.extend({ personId: id('person') }),
    answer: changedOut,
    handle: async (context, { params }) => {
      await stopWatching(context, params.id, params.personId);
      return changed(context, params.id);
    },
  }),
  route({
    name: 'noteSeen',
    method: 'PUT',
    path: '/tickets/:id/seen',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'I have seen it up to a fact: what others do later is marked as new in my lists and on its timeline',
    about:
      'A screen says so some time after it has shown the ticket, once a minute at most. An earlier moment than was noted changes nothing.',
    params: ticketParams,
    body: z.strictObject({
      until: moment.describe('When the newest fact was recorded that stood before the person; not later than now'),
    }),
    answer: done,
    handle: async (context, { params, body }) => {
      await noteSeen(context, params.id, body.until);
      return OK;
    },
  }),
  route({
    name: 'findColleagues',
    method: 'GET',
    path: '/tickets/:id/colleagues',
    admits: 'ticket.see',
    tag: 'Tickets',
    summary: 'Colleagues by name or pinyin, and whether they may see it',
    params: ticketParams,
    query: colleaguesQuery,
    answer: colleaguesOut,
    handle: (context, { params, query }) => colleagues(context, params.id, query.q),
  }),
];
