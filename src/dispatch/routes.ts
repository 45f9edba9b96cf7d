import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { giveOrder } from './commands/give-order.ts';
import { reportOrder } from './commands/report-order.ts';
import { readHands } from './hands.ts';
import { declineInput, doneInput, handsQuery, orderInput, ordersQuery, recallInput, takeInput } from './inputs.ts';
import { listOrders } from './orders.ts';
import { handsOut, ordersOut } from './view.ts';

const params = z.object({ id: id('dispatch_order') });
const tag = 'Dispatch in an emergency';
/** Whoever was sent needs no right to say what became of it. */
const his = { tag, method: 'POST', admits: 'signed-in', token: ['ticket.assign', 'work_order.do'] } as const;

/** Who is on duty and free, and the orders given to people in an emergency (SAFE-06). */
export const dispatchRoutes: Route[] = [
  route({
    name: 'readHands',
    method: 'GET',
    path: '/dispatch/hands',
    admits: 'work_order.see',
    tag,
    summary: 'Who has a shift now, who of them has come, and who is free to be sent',
    query: handsQuery,
    answer: handsOut,
    handle: (context, { query }) => readHands(context, query),
  }),
  route({
    name: 'listDispatchOrders',
    method: 'GET',
    path: '/dispatch/orders',
    admits: 'signed-in',
    token: ['work_order.see'],
    tag,
    summary: 'Orders given in emergencies, the newest first: by whom, taken by whom, done when',
    query: ordersQuery,
    answer: ordersOut,
    handle: (context, { query }) => listOrders(context, query),
  }),
  route({
    name: 'giveDispatchOrder',
    method: 'POST',
    path: '/dispatch/orders',
    admits: 'ticket.assign',
    tag,
    summary: 'Send somebody; he hears of it at once and says that he has it',
    status: 201,
    body: orderInput,
    answer: z.object({ id: idOut('dispatch_order') }),
    handle: async (context, { body }) => ({ id: await giveOrder(context, body) }),
  }),
  route({
    ...his,
    name: 'takeDispatchOrder',
    path: '/dispatch/orders/:id/take',
    summary: 'Say that he has it',
    params,
    body: takeInput,
    answer: done,
    handle: async (context, { params: { id: orderId }, body }) => {
      await reportOrder(context, orderId, { act: 'taken', said: '', ...body });
      return OK;
    },
  }),
  route({
    ...his,
    name: 'declineDispatchOrder',
    path: '/dispatch/orders/:id/decline',
    summary: 'Say that he cannot, and why',
    params,
    body: declineInput,
    answer: done,
    handle: async (context, { params: { id: orderId }, body: { reason, happenedAt } }) => {
      await reportOrder(context, orderId, { act: 'declined', said: reason, happenedAt });
      return OK;
    },
  }),
  route({
    ...his,
    name: 'finishDispatchOrder',
    path: '/dispatch/orders/:id/done',
    summary: 'Say that it is done, and what was done',
    params,
    body: doneInput,
    answer: done,
    handle: async (context, { params: { id: orderId }, body: { outcome, happenedAt } }) => {
      await reportOrder(context, orderId, { act: 'done', said: outcome, happenedAt });
      return OK;
    },
  }),
  route({
    name: 'recallDispatchOrder',
    method: 'POST',
    path: '/dispatch/orders/:id/recall',
    admits: 'ticket.assign',
    tag,
    summary: 'Call it back, and why',
    params,
    body: recallInput,
    answer: done,
    handle: async (context, { params: { id: orderId }, body: { reason, happenedAt } }) => {
      await reportOrder(context, orderId, { act: 'recalled', said: reason, happenedAt });
      return OK;
    },
  }),
];
