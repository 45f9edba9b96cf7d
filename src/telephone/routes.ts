import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { boardOut } from './board-view.ts';
import { telephoneBoard } from './board.ts';
import { callsAsk, listCalls } from './calls.ts';
import { askExchange } from './commands/ask-exchange.ts';
import { dropCallBack, noteTransfer } from './commands/hand-on.ts';
import { actInput, dropCallBackInput, transferInput } from './inputs.ts';
import { myTelephone } from './mine.ts';
import { callsOut, mineOut } from './view.ts';

const tag = 'Telephone';
const params = z.object({ id: id('phone_call') });

export const telephoneRoutes: Route[] = [
  route({
    name: 'listCalls',
    method: 'GET',
    path: '/calls',
    admits: 'ticket.see',
    tag,
    summary: 'Every call, answered or not, with its rings, and what is still owed after it',
    query: callsAsk,
    answer: callsOut,
    handle: (context, { query }) => listCalls(context, query),
  }),
  route({
    name: 'myTelephone',
    method: 'GET',
    path: '/telephone/mine',
    admits: 'contact.record',
    tag,
    summary: 'What rings at my phone, whom I speak with, and what I have to write down',
    answer: mineOut,
    handle: (context) => myTelephone(context),
  }),
  route({
    name: 'telephoneBoard',
    method: 'GET',
    path: '/telephone/board',
    admits: 'ticket.see',
    tag,
    summary: 'Who waits and for how long, who takes calls, and how it went today',
    answer: boardOut,
    handle: (context) => telephoneBoard(context),
  }),
  route({
    name: 'askExchange',
    method: 'POST',
    path: '/telephone/acts',
    admits: 'contact.record',
    tag,
    summary: 'Dial, take calls or not, hand a call on, silence its recording',
    about:
      'The node that holds the line to the exchange takes it there at once; what nobody could take there in 20 seconds is not done any more. Who has no phone at an exchange may still say whether he takes calls.',
    body: actInput,
    example: { do: 'dial', number: '13800001202' },
    answer: done,
    handle: async (context, { body }) => {
      await askExchange(context, body);
      return OK;
    },
  }),
  route({
    name: 'noteTransfer',
    method: 'POST',
    path: '/calls/:id/transfers',
    admits: 'contact.record',
    tag,
    summary: 'To whom a call was handed on, why, and whether he took it',
    params,
    body: transferInput,
    example: {
      id: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      toNumber: '1002',
      reason: 'Asks about his invoice',
      outcome: 'taken',
    },
    answer: done,
    handle: async (context, given) => {
      await noteTransfer(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'dropCallBack',
    method: 'POST',
    path: '/calls/:id/call-back/drop',
    admits: 'contact.record',
    tag,
    summary: 'Nobody has to call back after all, and why',
    params,
    body: dropCallBackInput,
    answer: done,
    handle: async (context, given) => {
      await dropCallBack(context, given.params.id, given.body);
      return OK;
    },
  }),
];
