import { z } from 'zod';
import type { Sealer } from '../auth/sealing.ts';
import { orRefuse, refusal } from '../kernel/refusal.ts';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { addChannel, changeChannel, endChannel, lockChannel, proveMarks } from './commands/change-channels.ts';
import { addChannelInput, changeChannelInput } from './inputs.ts';
import { listChannels } from './list.ts';
import { tryChannel } from './try-channel.ts';
import { channelsOut, testOut } from './view.ts';

const admits = 'exchange.manage';
const tag = 'Channels';
const params = z.object({ id: id('channel') });

/** The ways in and out: mailboxes and chat, how it goes with them, and whether their servers answer. */
export function channelRoutes({ sealer }: { sealer: Sealer }): Route[] {
  return [...PLAIN, addRoute(sealer), ...secretRoutes(sealer)];
}

const PLAIN: Route[] = [
  route({
    name: 'listChannels',
    method: 'GET',
    path: '/channels',
    admits,
    tag,
    summary: 'Mailboxes and chats, and how it goes with them',
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
function addRoute(sealer: Sealer): Route {
  return edgeRoute({
    name: 'addChannel',
    method: 'POST',
    path: '/channels',
    admits,
    tag,
    summary: 'Add a mailbox or a chat: what comes to it from now on is taken in',
    about:
      'A centre has one chat. Of a mailbox: certificates of its servers are verified; NODE_EXTRA_CA_CERTS names those of an authority of your own. Nothing is ever deleted there: what is taken in is marked as seen. Its secret is kept sealed.',
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
    answer: z.object({ id: idOut('channel') }),
    atEdge: async (edge, { body }) => {
      await edge.transact((context) => addChannel(context, sealer, body));
      return { id: body.id };
    },
  });
}

function secretRoutes(sealer: Sealer): Route[] {
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
        await edge.transact((context) => changeChannel(context, sealer, given.params.id, given.body));
        return OK;
      },
    }),
    edgeRoute({
      name: 'testChannel',
      method: 'POST',
      path: '/channels/:id/test',
      admits,
      tag,
      summary: 'Sign in at both servers and say what they answered',
      params,
      answer: testOut,
      atEdge: async (edge, given) => {
        const channel = await edge.transact(async (context) => {
          const found = await lockChannel(context, given.params.id);
          if (found.kind === 'mail') await proveMarks(context, found.id);
          return found;
        });
        orRefuse(channel.kind === 'mail' ? null : refusal('channel.nothing_to_try'));
        return tryChannel(sealer, edge.organisation, channel, { now: () => edge.now });
      },
    }),
  ];
}
