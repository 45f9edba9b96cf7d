import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut } from '../platform/http/shapes.ts';
import { changed, changedOut, ticketParams } from '../ticket/answer.ts';
import { issueParts } from './commands/issue-parts.ts';
import { issueWorkOrder } from './commands/issue-work-order.ts';
import { issuePartsInput, issueWorkOrderInput } from './inputs.ts';
import { listWorkOrders, workOrderPageOut, workOrdersOut, workOrdersQuery } from './list.ts';
import { readWorkOrder } from './page.ts';
import { stepRoutes } from './routes-steps.ts';
import { orderNoOut } from '../ticket/view-parts.ts';

export const workOrderRoutes: Route[] = [
  route({
    name: 'listWorkOrders',
    method: 'GET',
    path: '/work-orders',
    admits: 'work_order.see',
    tag: 'Work orders',
    summary: 'Work orders in my scope; by appointment, then by what runs out first',
    query: workOrdersQuery,
    answer: workOrdersOut,
    handle: (context, { query }) => listWorkOrders(context, query),
  }),
  route({
    name: 'readWorkOrder',
    method: 'GET',
    path: '/work-orders/:id',
    admits: 'work_order.see',
    tag: 'Work orders',
    summary: 'One work order with what the worker needs: where, who, what, by when',
    params: z.object({ id: id('work_order') }),
    answer: workOrderPageOut,
    handle: (context, { params }) => readWorkOrder(context, params.id),
  }),
  route({
    name: 'issueWorkOrder',
    method: 'POST',
    path: '/tickets/:id/work-orders',
    admits: 'work_order.issue',
    tag: 'Work orders',
    summary: 'Send a department, a person or an outside firm',
    about: 'Its limits lie inside those of the ticket. The department is told, and the person, where one is named.',
    status: 201,
    params: ticketParams,
    body: issueWorkOrderInput,
    example: {
      task: 'Find the leak and stop it',
      appointment: { fromAt: '2026-11-21T15:30:00+08:00', untilAt: '2026-11-21T16:30:00+08:00' },
    },
    answer: changedOut.extend({ workOrderId: idOut('work_order'), no: orderNoOut }),
    handle: async (context, { params, body }) => {
      const order = await issueWorkOrder(context, params.id, body);
      return { ...(await changed(context, params.id)), workOrderId: order.id, no: order.no };
    },
  }),
  route({
    name: 'issueParts',
    method: 'POST',
    path: '/tickets/:id/parts',
    admits: 'work_order.issue',
    tag: 'Work orders',
    summary: 'Hand a case to several departments at once, a part for each',
    about: 'Of a kind whose work orders are parts of one case. It has one number and ends only when all parts have.',
    status: 201,
    params: ticketParams,
    body: issuePartsInput,
    example: { parts: [{ departmentId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e', task: 'Connect the power' }] },
    answer: changedOut.extend({ numbers: z.array(orderNoOut).describe('Of each part, in the order given') }),
    handle: async (context, { params, body }) => {
      const numbers = await issueParts(context, params.id, body);
      return { ...(await changed(context, params.id)), numbers };
    },
  }),
  ...stepRoutes,
];
