import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { openService } from './commands/open-service.ts';
import { addOffering, changeOffering } from './commands/write-offering.ts';
import * as inputs from './inputs.ts';
import { listOfferings, offeringVersions } from './list.ts';
import { offeringsOut, offeringVersionsOut } from './view.ts';

const params = z.object({ id: id('offering') });
const tag = 'Services';

/** What the centre offers, what is told of it (CONS-02), and opening it for an occupier (WORK-08). */
export const offeringRoutes: Route[] = [
  route({
    name: 'listOfferings',
    method: 'GET',
    path: '/offerings',
    admits: 'ticket.see',
    tag,
    summary: 'Services and products with what is told of them, by name',
    query: inputs.offeringsQuery,
    answer: offeringsOut,
    handle: (context, { query }) => listOfferings(context, query),
  }),
  route({
    name: 'offeringVersions',
    method: 'GET',
    path: '/offerings/:id/versions',
    admits: 'ticket.see',
    tag,
    summary: 'What was told of it before, and who wrote it',
    params,
    answer: offeringVersionsOut,
    handle: (context, given) => offeringVersions(context, given.params.id),
  }),
  route({
    name: 'addOffering',
    method: 'POST',
    path: '/offerings',
    admits: 'limit.edit',
    tag,
    summary: 'Add a service or product',
    status: 201,
    body: inputs.addOfferingInput,
    answer: z.object({ id: idOut('offering') }),
    handle: async (context, { body }) => ({ id: await addOffering(context, body) }),
  }),
  route({
    name: 'changeOffering',
    method: 'PUT',
    path: '/offerings/:id',
    admits: 'limit.edit',
    tag,
    summary: 'Write a new version of what is told of it, or cease to offer it',
    params,
    body: inputs.changeOfferingInput,
    answer: done,
    handle: async (context, given) => {
      await changeOffering(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'openService',
    method: 'POST',
    path: '/offerings/:id/open',
    admits: 'work_order.issue',
    tag,
    summary: 'Open a service for an occupier, with person and date',
    status: 201,
    params,
    body: inputs.openServiceInput,
    answer: z.object({ ticketId: idOut('ticket') }),
    handle: async (context, given) => ({ ticketId: await openService(context, given.params.id, given.body) }),
  }),
];
