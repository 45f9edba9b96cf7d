import { z } from 'zod';
import type { Sealer } from '../../auth/sealing.ts';
import type { Id } from '../../kernel/id.ts';
import { NotSignedIn } from '../../kernel/refusal.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { done, id, idOut, OK } from '../../platform/http/shapes.ts';
import { whyNotGenuine } from '../../webhook/webhook.ts';
import { takeReport } from '../commands/take-report.ts';
import { channelCalled, readBody } from '../door.ts';
import type { Channel } from '../port.ts';
import { takeInFromConnector } from './commands/take-in.ts';
import { connectorMessage, connectorReport, LARGEST_MESSAGE, LARGEST_REPORT } from './connector.ts';

const shared = {
  method: 'POST',
  admits: 'anyone',
  outside: true,
  tag: 'Connectors',
  params: z.object({ id: id('channel') }),
} as const;

/** Where a connector calls: what was written to us, and what became of our answers. */
export function connectorRoutes({ sealer }: { sealer: Sealer }): Route[] {
  return [
    edgeRoute({
      ...shared,
      name: 'handInMessage',
      path: '/hooks/:id',
      summary: 'A connector hands in a message somebody wrote to us',
      about:
        'The body is JSON as docs/connector.md says, signed as Standard Webhooks asks for with the secret of the connector. The same `id` again takes nothing in twice.',
      accepts: { bytes: LARGEST_MESSAGE },
      answer: z.object({
        message: idOut('message'),
        before: z.boolean().describe('true: it had been taken in before'),
      }),
      atEdge: async (edge, { params, file }) => {
        const channel = await genuine(sealer, edge, params.id, file!);
        const said = readBody(connectorMessage, file!);
        return edge.transact((context) => takeInFromConnector(context, channel, said));
      },
    }),
    edgeRoute({
      ...shared,
      name: 'reportOnMessage',
      path: '/hooks/:id/reports',
      summary: 'A connector says what became of an answer of ours: delivered, or failed and why',
      about: 'Signed like a message that is handed in. Said again, it changes nothing.',
      accepts: { bytes: LARGEST_REPORT },
      answer: done,
      atEdge: async (edge, { params, file }) => {
        const channel = await genuine(sealer, edge, params.id, file!);
        const report = readBody(connectorReport, file!);
        await edge.transact((context) => takeReport(context, channel, report));
        return OK;
      },
    }),
  ];
}

/** The connector that called, where what it sent is signed with its secret, just now. */
async function genuine(sealer: Sealer, edge: Edge, channelId: Id<'channel'>, body: Buffer): Promise<Channel> {
  const { channel, secret } = await channelCalled(sealer, edge, channelId, ['connector']);
  const why = whyNotGenuine({ header: edge.header, body }, edge.now, secret.secret);
  if (why) throw new NotSignedIn(why.code);
  return channel;
}
