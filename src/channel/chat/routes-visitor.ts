import { z } from 'zod';
import { Invalid } from '../../kernel/refusal.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import { CHAT_SECRET } from '../../platform/http/elsewhere.ts';
import type { Route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import type { Channel } from '../port.ts';
import { openSecret, replyKeyOf } from '../secret.ts';
import { beginChat } from './commands/begin-chat.ts';
import { endVisit, rateChat } from './commands/visit.ts';
import { chatChannel, chatDoor } from './door.ts';
import { beginInput, rateInput } from './inputs.ts';
import { chatFileRoutes } from './routes-files.ts';
import { lineRoutes } from './routes-lines.ts';
import { beganOut, doorOut } from './view.ts';
import type { VisitorRouteParts } from './visitor-route.ts';
import { hashOf, shared } from './visitor-route.ts';
import { askWork, bitsFor, isSolved } from './work.ts';

/** What a visitor does in a chat: on the customer's page, and by the widget on pages elsewhere (CHAN-04). */
export function visitorRoutes(parts: VisitorRouteParts): Route[] {
  return [doorRoute(parts), beginRoute(parts), ...lineRoutes(parts), ...chatFileRoutes(parts), ...endRoutes(parts)];
}

async function workKey({ sealer }: VisitorRouteParts, edge: Edge, channel: Channel): Promise<Buffer> {
  return replyKeyOf(await openSecret(sealer, edge.organisation, channel));
}

function doorRoute(parts: VisitorRouteParts): Route {
  return edgeRoute({
    ...shared,
    name: 'readChatDoor',
    method: 'GET',
    path: '/public/chat',
    summary: 'Whether somebody is there, by when one is answered, and what is to be solved before a chat begins',
    query: z.strictObject({ centre: id('centre').optional().describe('Whose chat; left out: the first there is') }),
    answer: doorOut,
    async atEdge(edge, { query }) {
      const { channel, door, known } = await edge.read(async (context) => {
        const found = await chatChannel(context, query.centre, edge.elsewhere);
        const customer = await parts.customerOf(context, edge);
        return {
          channel: found,
          door: await chatDoor(context, found),
          known: (customer?.customer_id ?? null) !== null,
        };
      });
      const bits = bitsFor(parts.paces.begunBy(edge.address));
      const work = askWork(await workKey(parts, edge, channel), edge.now, bits, parts.newSecret().slice(0, 16));
      return { ...door, known, work };
    },
  });
}

function beginRoute(parts: VisitorRouteParts): Route {
  return edgeRoute({
    ...shared,
    name: 'beginChat',
    method: 'POST',
    path: '/public/chat',
    summary: 'Begin to speak: into the queue while somebody is there, else left to be answered later',
    about: `All that follows is asked with the secret in the header ${CHAT_SECRET}. The same secret again begins nothing twice.`,
    status: 201,
    query: z.strictObject({ centre: id('centre').optional().describe('Whose chat; left out: the first there is') }),
    body: beginInput,
    answer: beganOut,
    async atEdge(edge, { body, query }) {
      const { work, secret, former, ...rest } = body;
      const channel = await edge.read((context) => chatChannel(context, query.centre, edge.elsewhere));
      if (!isSolved(await workKey(parts, edge, channel), edge.now, work, body.messageId))
        throw new Invalid('chat.work_not_done', { path: 'work' });
      parts.paces.begins(edge.address);
      const conversation = await edge.transact(async (context) =>
        beginChat(context, channel, {
          ...rest,
          secretHash: parts.digest(secret),
          formerHash: former === undefined ? null : parts.digest(former),
          customerId: (await parts.customerOf(context, edge))?.customer_id ?? null,
        }),
      );
      return { id: conversation };
    },
  });
}

function endRoutes(parts: VisitorRouteParts): Route[] {
  return [
    edgeRoute({
      ...shared,
      name: 'endChat',
      method: 'POST',
      path: '/public/chat/end',
      summary: 'End the chat; who has not been answered is owed nothing more',
      answer: done,
      async atEdge(edge) {
        await edge.transact((context) => endVisit(context, hashOf(parts, edge)));
        return OK;
      },
    }),
    edgeRoute({
      ...shared,
      name: 'rateChat',
      method: 'POST',
      path: '/public/chat/rating',
      summary: 'Say how one found it, once it is over',
      body: rateInput,
      answer: done,
      async atEdge(edge, { body }) {
        await edge.transact((context) => rateChat(context, hashOf(parts, edge), body));
        return OK;
      },
    }),
  ];
}
