import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut } from '../platform/http/shapes.ts';
import { recordContact } from './commands/record-contact.ts';
import { setOutcome } from './commands/set-outcome.ts';
import { takeIn } from './commands/take-in.ts';
import { contactInput, intakeInput, likelyInput, outcomeInput } from './inputs.ts';
import { likelyMatters, likelyOut } from './likely.ts';
import { contactPage, contactsAsk, listContacts } from './queries.ts';
import { readAloud, takenInOut } from './taken-in.ts';
import { contactPageOut, contactsOut } from './view.ts';

const params = z.object({ id: id('contact') });

export const contactRoutes: Route[] = [
  route({
    name: 'listContacts',
    method: 'GET',
    path: '/contacts',
    admits: 'ticket.see',
    tag: 'Contacts',
    summary: 'Calls, visits and letters; the visit record and the complaint book',
    query: contactsAsk,
    answer: contactsOut,
    handle: (context, { query }) => listContacts(context, query),
  }),
  route({
    name: 'contactPage',
    method: 'GET',
    path: '/contacts/:id',
    admits: 'ticket.see',
    tag: 'Contacts',
    summary: 'One touch and the matters it is about',
    params,
    answer: contactPageOut,
    handle: (context, given) => contactPage(context, given.params.id),
  }),
  route({
    name: 'recordContact',
    method: 'POST',
    path: '/contacts',
    admits: 'contact.record',
    tag: 'Contacts',
    summary: 'Record a call, visit or letter that opens nothing new',
    status: 201,
    body: contactInput,
    example: {
      channel: 'visit',
      purpose: 'consultation',
      callerName: 'Mr Li',
      need: 'When is the pool open?',
      outcome: 'Told him',
    },
    answer: z.object({ id: idOut('contact') }),
    handle: async (context, { body }) => ({ id: await recordContact(context, body) }),
  }),
  route({
    name: 'setOutcome',
    method: 'POST',
    path: '/contacts/:id/outcome',
    admits: 'contact.record',
    tag: 'Contacts',
    summary: 'What came of it',
    params,
    body: outcomeInput,
    answer: done,
    handle: async (context, given) => {
      await setOutcome(context, given.params.id, given.body);
      return { ok: true as const };
    },
  }),
  route({
    name: 'likelyMatters',
    method: 'GET',
    path: '/intake/likely',
    admits: 'contact.record',
    tag: 'Front desk',
    summary: 'What may have been reported already, before anything is saved',
    query: likelyInput,
    answer: likelyOut,
    handle: (context, { query }) => likelyMatters(context, query),
  }),
  route({
    name: 'takeIn',
    method: 'POST',
    path: '/intake',
    admits: 'contact.record',
    tag: 'Front desk',
    summary: 'A whole intake in one act; answers what can be read to the caller',
    about:
      'Records the touch, opens the ticket, starts every promise of its kind, and, where asked, sends somebody, promises a reply or gives the answer: all of it or none. Each part is under the rules of its own operation.',
    status: 201,
    body: intakeInput,
    example: {
      contact: {
        channel: 'phone',
        purpose: 'repair',
        callerName: 'Mrs Chen',
        callerPhone: '138 0000 1202',
        placeId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      },
      ticket: { kind: 'leak', title: 'Water through the bathroom ceiling of 3-1202', need: 'It drips into the light.' },
      workOrder: { task: 'Find the leak and stop it' },
      promise: { dueAt: '2026-11-21T16:00:00+08:00', words: 'Who comes, and when' },
    },
    answer: takenInOut,
    handle: async (context, { body }) => readAloud(context, await takeIn(context, body)),
  }),
];
