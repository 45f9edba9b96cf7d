import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut, versionOut } from '../platform/http/shapes.ts';
import { versionOf } from '../platform/journal.ts';
import { assignPerson } from './commands/assign-person.ts';
import { finishWorkOrder } from './commands/finish-work-order.ts';
import { setAppointment } from './commands/set-appointment.ts';
import { acceptWorkOrder, arrive, cancelWorkOrder, noAccess, refuseWorkOrder, setOut } from './commands/take-steps.ts';
import * as inputs from './inputs.ts';

const params = z.object({ id: id('work_order') });
const answer = z
  .object({ id: idOut('work_order'), version: versionOut })
  .meta({ id: 'ChangedWorkOrder', description: 'The order with its version after this' });

async function stepped(context: Context, orderId: string): Promise<z.input<typeof answer>> {
  return { id: orderId, version: await versionOf(context.tx, orderId) };
}

/** What the worker and the dispatcher do with an order, step by step. */
export const stepRoutes: Route[] = [
  route({
    name: 'acceptWorkOrder',
    method: 'POST',
    path: '/work-orders/:id/accept',
    admits: 'work_order.do',
    tag: 'Work orders',
    summary: 'Take the work on',
    params,
    body: inputs.acceptInput,
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await acceptWorkOrder(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'refuseWorkOrder',
    method: 'POST',
    path: '/work-orders/:id/refuse',
    admits: 'work_order.do',
    tag: 'Work orders',
    summary: 'Refuse it, with a reason',
    params,
    body: inputs.refuseInput,
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await refuseWorkOrder(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'setOut',
    method: 'POST',
    path: '/work-orders/:id/set-out',
    admits: 'work_order.do',
    tag: 'Work orders',
    summary: 'On the way',
    params,
    body: inputs.reportInput,
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await setOut(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'arrive',
    method: 'POST',
    path: '/work-orders/:id/arrive',
    admits: 'work_order.do',
    tag: 'Work orders',
    summary: 'On the spot',
    params,
    body: inputs.reportInput,
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await arrive(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'noAccess',
    method: 'POST',
    path: '/work-orders/:id/no-access',
    admits: 'work_order.do',
    tag: 'Work orders',
    summary: 'Nobody opened; a second appointment may be made at once',
    params,
    body: inputs.noAccessInput,
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await noAccess(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'finishWorkOrder',
    method: 'POST',
    path: '/work-orders/:id/finish',
    admits: 'work_order.do',
    tag: 'Work orders',
    summary: 'Done: findings, measures, time, photos, signature',
    about: 'Photos and the signature are uploaded before by `POST /api/files`.',
    params,
    body: inputs.doneInput,
    example: { findings: 'Seal of the waste pipe brittle', measures: 'Replaced it', minutes: 40, signedBy: 'Mrs Chen' },
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await finishWorkOrder(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'assignPerson',
    method: 'POST',
    path: '/work-orders/:id/assign',
    admits: 'work_order.issue',
    tag: 'Work orders',
    summary: 'Send somebody, or somebody else',
    params,
    body: inputs.assignInput,
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await assignPerson(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'setAppointment',
    method: 'POST',
    path: '/work-orders/:id/appointment',
    admits: 'work_order.see',
    tag: 'Work orders',
    summary: 'Book when somebody comes, or move it',
    params,
    body: inputs.setAppointmentInput,
    example: {
      fromAt: '2026-11-21T15:30:00+08:00',
      untilAt: '2026-11-21T16:30:00+08:00',
      note: 'The bell is broken; knock.',
    },
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await setAppointment(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
  route({
    name: 'cancelWorkOrder',
    method: 'POST',
    path: '/work-orders/:id/cancel',
    admits: 'work_order.issue',
    tag: 'Work orders',
    summary: 'Take the order back',
    params,
    body: inputs.cancelWorkOrderInput,
    answer,
    handle: async (context, { params: { id: orderId }, body }) => {
      await cancelWorkOrder(context, orderId, body);
      return stepped(context, orderId);
    },
  }),
];
