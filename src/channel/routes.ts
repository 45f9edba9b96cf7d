import { z } from 'zod';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import type { ChannelParts } from './commands/change-channels.ts';
import {
  addChannel,
  changeChannel,
  endChannel,
  lockChannel,
  proveMarks,
  renewSecret,
} from './commands/change-channels.ts';
import { connectorRoutes } from './connector/routes.ts';
import { addChannelInput, changeChannelInput } from './inputs.ts';
import { listChannels } from './list.ts';
import { tryChannel } from './try-channel.ts';
import { smsRoutes } from './sms/routes.ts';
import { wechatRoutes } from './wechat/routes.ts';
import { channelAddedOut, channelsOut, testOut } from './view.ts';

const admits = 'exchange.manage';
const tag = 'Channels';
const params = z.object({ id: id('channel') });

/** The ways in and out: how it goes with them, whether the other side answers, and the doors at which others call. */
export function channelRoutes(parts: ChannelParts): Route[] {
  return [
    ...PLAIN,
    addRoute(parts),
    ...secretRoutes(parts),
    renewRoute(parts),
    ...connectorRoutes(parts),
    ...smsRoutes(parts),
    ...wechatRoutes(parts),
  ];
}

const PLAIN: Route[] = [
  route({
    name: 'listChannels',
    method: 'GET',
    path: '/channels',
    admits,
    tag,
    summary: 'The ways by which customers write, and how it goes with them',
    answer: channelsOut,
    handle: (context) => listChannels(context),
  }),
  route({
    name: 'endChannel',
    method: 'POST',
    path: '/channels/:id/end',
    admits,
    tag,
    summary: 'Fetch and send nothing by it any more; what came by it stays',
    params,
    answer: done,
    handle: async (context, given) => {
      await endChannel(context, given.params.id);
      return OK;
    },
  }),
];

/** A secret must not be kept for a repeated request. */
function addRoute(parts: ChannelParts): Route {
  return edgeRoute({
    name: 'addChannel',
    method: 'POST',
    path: '/channels',
    admits,
    tag,
    summary: 'Add a mailbox, a chat, a connector or another way in: what comes to it from now on is taken in',
    about:
      'A centre has one chat. Of a mailbox, certificates of its servers are verified; NODE_EXTRA_CA_CERTS names those of an authority of your own. Nothing is ever deleted there: what is taken in is marked as seen. Its secret is kept sealed. Of a connector, the secret is made here and told in this answer alone; docs/connector.md says what to do with it.',
    status: 201,
    body: addChannelInput,
    example: {
      kind: 'mail',
      id: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      name: 'Service',
      address: 'service@example.com',
      settings: {
        imap: { host: 'imap.example.com', port: 993, secure: 'tls' },
        smtp: { host: 'smtp.example.com', port: 465, secure: 'tls' },
        user: 'service@example.com',
        auth: 'password',
      },
      secret: 'a password',
    },
    answer: channelAddedOut,
    atEdge: async (edge, { body }) => {
      const secret = await edge.transact((context) => addChannel(context, parts, body));
      return { id: body.id, secret };
    },
  });
}

function secretRoutes(parts: ChannelParts): Route[] {
  return [
    edgeRoute({
      name: 'changeChannel',
      method: 'PATCH',
      path: '/channels/:id',
      admits,
      tag,
      summary: 'Another name, address, server, secret or department; off and on',
      params,
      body: changeChannelInput,
      answer: done,
      atEdge: async (edge, given) => {
        await edge.transact((context) => changeChannel(context, parts, given.params.id, given.body));
        return OK;
      },
    }),
    edgeRoute({
      name: 'testChannel',
      method: 'POST',
      path: '/channels/:id/test',
      admits,
      tag,
      summary: 'Sign in at its servers, or call its connector, and say what they answered',
      params,
      answer: testOut,
      atEdge: async (edge, given) => {
        const channel = await edge.transact(async (context) => {
          const found = await lockChannel(context, given.params.id);
          if (found.kind === 'mail') await proveMarks(context, found.id);
          return found;
        });
        return tryChannel(parts, edge, channel);
      },
    }),
  ];
}

function renewRoute({ sealer }: ChannelParts): Route {
  return edgeRoute({
    name: 'renewChannelSecret',
    method: 'POST',
    path: '/channels/:id/secret',
    admits,
    tag,
    summary: 'Another secret for the other side to prove itself with, told this once; the former ends at once',
    params,
    answer: channelAddedOut,
    atEdge: async (edge, given) => {
      const secret = await edge.transact((context) => renewSecret(context, sealer, given.params.id));
      return { id: given.params.id, secret };
    },
  });
}
