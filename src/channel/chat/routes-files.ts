import { z } from 'zod';
import { NotFound } from '../../kernel/refusal.ts';
import { downloadOf } from '../../platform/files/read-file.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { writeLine } from './commands/visit.ts';
import { chatOfVisitor } from './facts.ts';
import { writeInput } from './inputs.ts';
import type { VisitorRouteParts } from './visitor-route.ts';
import { hashOf, shared } from './visitor-route.ts';

const LARGEST_FILE = 5 * 1024 * 1024;

/** Photos and papers in a chat. */
export function chatFileRoutes(parts: VisitorRouteParts): Route[] {
  return [sendRoute(parts), readRoute(parts)];
}

function sendRoute(parts: VisitorRouteParts): Route {
  return edgeRoute({
    ...shared,
    name: 'sendFileInChat',
    method: 'POST',
    path: '/public/chat/files',
    summary: 'Send a photo (JPEG, PNG, WebP, HEIC) or a PDF as the body of the request: a line of its own',
    accepts: { bytes: LARGEST_FILE },
    query: z.strictObject({
      messageId: writeInput.shape.messageId,
      name: z.string().min(1).max(400).describe('What the file is called'),
    }),
    answer: done,
    async atEdge(edge, given) {
      const bytes = given.file ?? Buffer.alloc(0);
      parts.paces.says(edge.address, 'file');
      await edge.transact((context) => writeLine(context, hashOf(parts, edge), { ...given.query, bytes }));
      return OK;
    },
  });
}

function readRoute(parts: VisitorRouteParts): Route {
  return edgeRoute({
    ...shared,
    name: 'readFileInChat',
    method: 'GET',
    path: '/public/chat/files/:id',
    summary: 'A file of a line of his chat',
    params: z.strictObject({ id: id('file') }),
    sends: 'file',
    answer: z.unknown(),
    atEdge: (edge, { params }) =>
      edge.read(async (context) => {
        const chat = await chatOfVisitor(context, hashOf(parts, edge));
        const within = await context.tx
          .selectFrom('chat_line')
          .innerJoin('message_file', 'message_file.message_id', 'chat_line.message_id')
          .select('message_file.file_id')
          .where('chat_line.conversation_id', '=', chat.conversation_id)
          .where('message_file.file_id', '=', params.id)
          .executeTakeFirst();
        if (!within) throw new NotFound('file.unknown', { id: params.id });
        return downloadOf(context, parts.database, params.id);
      }),
  });
}
