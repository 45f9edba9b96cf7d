import { WebSocket } from 'ws';
import { SECOND } from '../../kernel/time.ts';

export type AriServer = {
  host: string;
  port: number;
  secure: 'tls' | 'none';
  app: string;
  user: string;
  secret: string;
};

/** A web socket on which an exchange tells the same calls once more, by its other interface. */
export type Ari = { ended: Promise<Error>; close(): void };
export type OpenAri = (server: AriServer, hear: (event: unknown) => void) => Promise<Ari>;

const PATIENCE = 10 * SECOND;
/** Nothing that Asterisk says is longer. */
const LONGEST = 1024 * 1024;

/** Where it is asked, or heard. */
export function ariUrl(
  { host, port, secure }: Pick<AriServer, 'host' | 'port' | 'secure'>,
  by: 'http' | 'ws',
  path: string,
): string {
  const at = host.includes(':') ? `[${host}]` : host;
  return `${by}${secure === 'tls' ? 's' : ''}://${at}:${port}/ari/${path}`;
}

/** Listens to every channel and bridge, whoever owns it. Throws what the exchange or the network says. */
export const openAri: OpenAri = async (server, hear) => {
  const { app, user, secret } = server;
  const query = new URLSearchParams({ app, subscribeAll: 'true' });
  const socket = new WebSocket(ariUrl(server, 'ws', `events?${query.toString()}`), {
    auth: `${user}:${secret}`,
    handshakeTimeout: PATIENCE,
    maxPayload: LONGEST,
  });
  const { promise: ended, resolve: end } = Promise.withResolvers<Error>();
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', end);
  socket.on('close', () => end(new Error('the line was closed')));
  socket.on('message', (data) => {
    try {
      hear(JSON.parse(String(data)));
    } catch {
      // what is no JSON is none of its events
    }
  });
  return { ended, close: () => socket.terminate() };
};
