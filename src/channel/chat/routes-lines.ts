import { z } from 'zod';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { done, OK } from '../../platform/http/shapes.ts';
import { writeLine } from './commands/visit.ts';
import { chatOfVisitor } from './facts.ts';
import { writeInput } from './inputs.ts';
import { visitorOut } from './view.ts';
import type { VisitorRouteParts } from './visitor-route.ts';
import { hashOf, shared } from './visitor-route.ts';
import { visitorView } from './visitor-view.ts';

const after = z.coerce.number().int().min(0).default(0).describe('The `no` of the last line he has; 0: none');

/** What is said in a chat, by its visitor and to him. */
export function lineRoutes(parts: VisitorRouteParts): Route[] {
  return [readRoute(parts), ...writeRoutes(parts)];
}

function readRoute(parts: VisitorRouteParts): Route {
  return edgeRoute({
    ...shared,
    name: 'readChat',
    method: 'GET',
    path: '/public/chat/lines',
    summary: 'Where the visitor stands, and the lines after the one he has',
    about: 'The same is told as it happens by GET /public/chat/stream.',
    query: z.strictObject({ after }),
    answer: visitorOut,
    atEdge: (edge, { query }) =>
      edge.read(async (context) => {
        const chat = await chatOfVisitor(context, hashOf(parts, edge));
        return visitorView(context, chat.conversation_id, query.after);
      }),
  });
}

function writeRoutes(parts: VisitorRouteParts): Route[] {
  return [
    edgeRoute({
      ...shared,
      name: 'writeInChat',
      method: 'POST',
      path: '/public/chat/lines',
      summary: 'Say something more',
      body: writeInput,
      answer: done,
      async atEdge(edge, { body }) {
        parts.paces.says(edge.address, 'line');
        await edge.transact((context) => writeLine(context, hashOf(parts, edge), body));
        return OK;
      },
    }),
    edgeRoute({
      ...shared,
      name: 'typeInChat',
      method: 'POST',
      path: '/public/chat/typing',
      summary: 'Say that one is typing; it is forgotten within seconds',
      answer: done,
      async atEdge(edge) {
        const chat = await edge.read((context) => chatOfVisitor(context, hashOf(parts, edge)));
        parts.typing(edge.organisation.schema, chat.conversation_id);
        return OK;
      },
    }),
  ];
}
