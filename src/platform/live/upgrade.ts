import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { Forbidden, Invalid } from '../../kernel/refusal.ts';
import type { Identify } from '../http/identify.ts';
import { isOwn, organisationOf, signedIn } from '../http/identify.ts';
import type { HouseRoute } from '../http/route.ts';
import type { Presence } from './presence.ts';
import { lookIn } from './presence.ts';
import type { Sockets } from './sockets.ts';

const subject = z.object({
  type: z.string().describe('ticket, work_order, customer, place...'),
  id: z.string().describe('Its identifier'),
});

export const messageOut = z
  .object({
    changed: z.array(subject).optional().describe('What changed: read it again where it is shown'),
    topics: z.array(z.literal('notification')).optional().describe('notification: there is something new for you'),
    presence: z
      .record(z.string(), z.array(z.array(z.union([z.string(), z.number()]))))
      .optional()
      .describe(
        'By ticket who has it before him: person, and 1 where he types, 2 where something typed is not sent, 3 for both; empty: nobody any more',
      ),
    resync: z.literal(true).optional().describe('Something may have been missed: read again what is shown'),
  })
  .meta({ id: 'LiveMessage' });

type Waiting = { socket: Socket; head: Buffer; response: ServerResponse };

/** Clients say where they look, and nothing longer. */
const LONGEST_WORD = 1024;

export type LiveSocket = {
  route: HouseRoute;
  /** Lets upgrades in. They run through the ordinary router, so that path prefixes, sessions and errors hold for them. */
  open(server: FastifyInstance): void;
};

/**
 * `GET /api/live`: a WebSocket on which the changes of the caller's organisation are told, as
 * `{ changed: [{ type, id }], topics: ['notification'] }`, or `{ resync: true }` after a gap. A screen says
 * `{ look: { ticket, typing, unsaved } }`, and hears as `{ presence }` what others look at. A screen that reads with a token offers
 * the protocols `huiyin` and the token.
 */
export function liveSocket(identify: Identify, live: { sockets: Sockets; presence: Presence }): LiveSocket {
  const wss = newServer();
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
        takeToken(request.raw);
        const origin = request.headers.origin;
        if (origin !== undefined && !isOwn(origin, request)) throw new Forbidden('request.foreign_origin');
        const organisation = await organisationOf(identify, request);
        const { personId } = signedIn(await identify.callerOf(request, organisation));
        const stillAllowed = async (): Promise<boolean> =>
          (await identify.callerOf(request, organisation))?.personId === personId;
        reply.hijack();
        upgrade.response.detachSocket(upgrade.socket);
        wss.handleUpgrade(request.raw, upgrade.socket, upgrade.head, (socket) => {
          live.sockets.add({ socket, schema: organisation.schema, personId, stillAllowed });
          hearLooks(socket, live.presence, { schema: organisation.schema, personId });
        });
      },
    },
  };
}

/** What a screen that reads with a token asks to speak, followed by the token. */
const PROTOCOL = 'huiyin';

function newServer(): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_WORD,
    perMessageDeflate: false,
    // the token is never sent back
    handleProtocols: (offered) => offered.has(PROTOCOL) && PROTOCOL,
  });
}

/** A browser can set no header on a socket but this: `huiyin, hy_...` is heard as the `Authorization` it could not send. */
function takeToken(raw: IncomingMessage): void {
  const [protocol, token] = (raw.headers['sec-websocket-protocol'] ?? '').split(/\s*,\s*/);
  if (protocol === PROTOCOL && token) raw.headers.authorization ??= `Bearer ${token}`;
}

/** Tells a screen who is where, and hears where it looks itself, until it is gone. */
function hearLooks(socket: WebSocket, presence: Presence, who: { schema: string; personId: string }): void {
  const name = randomUUID();
  const there = presence.snapshot(who.schema);
  if (there) socket.send(there);
  socket.on('message', (data) => {
    const said = lookIn.safeParse(parsed(String(data)));
    if (said.success) presence.look(name, who, said.data.look);
  });
  socket.on('close', () => presence.look(name, who, null));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
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
