import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { Forbidden, Invalid } from '../../kernel/refusal.ts';
import type { Identify } from '../http/identify.ts';
import { isOwn, organisationOf, signedIn } from '../http/identify.ts';
import type { HouseRoute } from '../http/route.ts';
import type { Sockets } from './sockets.ts';

const subject = z.object({
  type: z.string().describe('ticket, work_order, customer, place...'),
  id: z.string().describe('Its identifier'),
});

export const messageOut = z
  .object({
    changed: z.array(subject).optional().describe('What changed: read it again where it is shown'),
    topics: z.array(z.literal('notification')).optional().describe('notification: there is something new for you'),
    resync: z.literal(true).optional().describe('Something may have been missed: read again what is shown'),
  })
  .meta({ id: 'LiveMessage' });

type Waiting = { socket: Socket; head: Buffer; response: ServerResponse };

/** Clients say nothing on this socket; whoever does is not one of ours. */
const LONGEST_WORD = 1024;

export type LiveSocket = {
  route: HouseRoute;
  /** Lets upgrades in. They run through the ordinary router, so that path prefixes, sessions and errors hold for them. */
  open(server: FastifyInstance): void;
};

/**
 * `GET /api/live`: a WebSocket on which the changes of the caller's organisation are told, as
 * `{ changed: [{ type, id }], topics: ['notification'] }`, or `{ resync: true }` after a gap.
 */
export function liveSocket(identify: Identify, sockets: Sockets): LiveSocket {
  const wss = new WebSocketServer({ noServer: true, maxPayload: LONGEST_WORD, perMessageDeflate: false });
  const waiting = new WeakMap<IncomingMessage, Waiting>();
  return {
    open: (server) => letUpgradesIn(server, waiting),
    route: {
      name: 'live',
      path: '/live',
      admits: 'signed-in',
      tag: 'Live',
      summary: 'Hear of changes as they happen (WebSocket)',
      answer: {
        type: 'application/json',
        description: 'Upgraded to a WebSocket. Messages name what changed; read it again through its own route.',
        schema: messageOut,
      },
      async handle(request, reply) {
        const upgrade = waiting.get(request.raw);
        if (!upgrade) throw new Invalid('live.needs_websocket');
        // browsers let any page open a socket to anywhere, cookies included; only ours may open one here
        const origin = request.headers.origin;
        if (origin !== undefined && !isOwn(origin, request)) throw new Forbidden('request.foreign_origin');
        const organisation = await organisationOf(identify, request);
        const { personId } = signedIn(await identify.callerOf(request, organisation));
        const stillAllowed = async (): Promise<boolean> =>
          (await identify.callerOf(request, organisation))?.personId === personId;
        reply.hijack();
        upgrade.response.detachSocket(upgrade.socket);
        wss.handleUpgrade(request.raw, upgrade.socket, upgrade.head, (socket) =>
          sockets.add({ socket, schema: organisation.schema, personId, stillAllowed }),
        );
      },
    },
  };
}

function letUpgradesIn(server: FastifyInstance, waiting: WeakMap<IncomingMessage, Waiting>): void {
  server.server.on('upgrade', (raw: IncomingMessage, socket: Socket, head: Buffer) => {
    const response = new ServerResponse(raw);
    waiting.set(raw, { socket, head, response });
    socket.on('error', () => socket.destroy());
    response.assignSocket(socket);
    // refused: the answer goes out and the connection with it
    response.on('finish', () => socket.destroySoon());
    server.routing(raw, response);
  });
}
