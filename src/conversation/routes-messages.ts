import { z } from 'zod';
import type { Database } from '../platform/db.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import { looksOf, rawOf } from './looks.ts';

const params = z.object({ id: id('message') });
const shared = {
  method: 'GET',
  admits: 'conversation.see',
  tag: 'Conversations',
  params,
  sends: 'file',
  answer: z.unknown(),
} as const;

/** One message as it looks, and as it came. */
export function messageRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      ...shared,
      name: 'readMessageLooks',
      path: '/messages/:id/html',
      summary: 'A message as it was meant to look, made safe: a page for a frame of its own',
      about:
        'Nothing in it runs, is sent, or reaches anything of ours. Pictures from elsewhere are left out, for whoever put them there sees that they were fetched; `images=1` asks for them.',
      query: z.strictObject({
        images: z.enum(['0', '1']).default('0').describe('1: with pictures from elsewhere'),
      }),
      handle: (context, given) => looksOf(context, given.params.id, given.query.images === '1'),
    }),
    route({
      ...shared,
      name: 'readRawMessage',
      path: '/messages/:id/raw',
      summary: 'A message byte for byte as it came, to be saved',
      handle: (context, given) => rawOf(context, database, given.params.id),
    }),
  ];
}
