import { z } from 'zod';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { CATALOGUE, exampleOf, WEBHOOK_TYPES } from './catalogue.ts';
import { addWebhook, changeWebhook, endWebhook, rotateSecret } from './commands/change-webhooks.ts';
import { replayDelivery, replaySince, testWebhook } from './commands/send-again.ts';
import { addWebhookInput, changeWebhookInput, replayInput } from './inputs.ts';
import { deliveriesQuery, listDeliveries, listWebhooks, readDelivery } from './queries.ts';
import { deliveriesOut, deliveryOut, secretOut, typesOut, webhooksOut } from './view.ts';

const admits = 'exchange.manage';
const tag = 'Webhooks';
const params = z.object({ id: id('webhook') });

/** Endpoints of other systems, what is sent to them, and what came of it. */
export function webhookRoutes({ privateWebhooks = false }: { privateWebhooks?: boolean }): Route[] {
  return [...ENDPOINTS, ...addressRoutes(privateWebhooks), ...DELIVERIES];
}

/** The two that take an address: whether it may be one of one's own network is the server's to say. */
function addressRoutes(privateAllowed: boolean): Route[] {
  return [
    // a secret must not be kept for a repeated request
    edgeRoute({
      name: 'addWebhook',
      method: 'POST',
      path: '/webhooks',
      admits,
      tag,
      summary: 'Add an endpoint; its secret is told this once',
      about: 'Deliveries are signed as Standard Webhooks asks for; docs/webhooks.md shows a receiver.',
      status: 201,
      body: addWebhookInput,
      example: {
        id: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
        name: 'Accounting',
        url: 'https://example.com/huiyin',
        types: ['work_order.done', 'ticket.closed'],
      },
      answer: secretOut,
      atEdge: (edge, { body }) => edge.transact((context) => addWebhook(context, body, privateAllowed)),
    }),
    route({
      name: 'changeWebhook',
      method: 'PATCH',
      path: '/webhooks/:id',
      admits,
      tag,
      summary: 'Another name, address or choice of events; off and on',
      params,
      body: changeWebhookInput,
      answer: done,
      handle: async (context, given) => {
        await changeWebhook(context, given.params.id, given.body, privateAllowed);
        return OK;
      },
    }),
  ];
}

const ENDPOINTS: Route[] = [
  route({
    name: 'listWebhooks',
    method: 'GET',
    path: '/webhooks',
    admits,
    tag,
    summary: 'Endpoints that are told of events, and how it goes with them',
    answer: webhooksOut,
    handle: (context) => listWebhooks(context),
  }),
  route({
    name: 'listWebhookTypes',
    method: 'GET',
    path: '/webhooks/types',
    admits,
    tag,
    summary: 'Events another system can be told of, with an example of each',
    answer: typesOut,
    handle: async () => ({
      items: WEBHOOK_TYPES.map((type) => ({ type, says: CATALOGUE[type].says, example: exampleOf(type) })),
    }),
  }),
  edgeRoute({
    name: 'renewWebhookSecret',
    method: 'POST',
    path: '/webhooks/:id/secret',
    admits,
    tag,
    summary: 'Another secret, told this once; the former signs beside it for a day',
    params,
    answer: secretOut,
    atEdge: (edge, given) =>
      edge.transact(async (context) => ({
        id: given.params.id,
        ...(await rotateSecret(context, given.params.id)),
      })),
  }),
];

const DELIVERIES: Route[] = [
  route({
    name: 'endWebhook',
    method: 'DELETE',
    path: '/webhooks/:id',
    admits,
    tag,
    summary: 'Send nothing there any more',
    params,
    answer: done,
    handle: async (context, given) => {
      await endWebhook(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'testWebhook',
    method: 'POST',
    path: '/webhooks/:id/test',
    admits,
    tag,
    summary: 'Send a delivery of type webhook.test',
    params,
    answer: done,
    handle: async (context, given) => {
      await testWebhook(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'replayWebhook',
    method: 'POST',
    path: '/webhooks/:id/replay',
    admits,
    tag,
    summary: 'Send everything since a moment again, each under its own webhook-id',
    params,
    body: replayInput,
    answer: z.object({ count: z.number().int().describe('How many are sent again') }),
    handle: async (context, given) => ({ count: await replaySince(context, given.params.id, given.body.since) }),
  }),
  route({
    name: 'listWebhookDeliveries',
    method: 'GET',
    path: '/webhooks/:id/deliveries',
    admits,
    tag,
    summary: 'What was sent there in the last 30 days, the newest first',
    params,
    query: deliveriesQuery,
    answer: deliveriesOut,
    handle: (context, given) => listDeliveries(context, given.params.id, given.query),
  }),
  route({
    name: 'readWebhookDelivery',
    method: 'GET',
    path: '/webhook-deliveries/:id',
    admits,
    tag,
    summary: 'One delivery with what was sent and what every try was answered with',
    params: z.object({ id: id('webhook_delivery') }),
    answer: deliveryOut,
    handle: (context, given) => readDelivery(context, given.params.id),
  }),
  route({
    name: 'replayWebhookDelivery',
    method: 'POST',
    path: '/webhook-deliveries/:id/replay',
    admits,
    tag,
    summary: 'Send one again under its own webhook-id',
    params: z.object({ id: id('webhook_delivery') }),
    answer: done,
    handle: async (context, given) => {
      await replayDelivery(context, given.params.id);
      return OK;
    },
  }),
];
