import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { SECOND } from '../../kernel/time.ts';
import type { Packet } from './ami-lines.ts';
import { amiAction, amiReader, valueOf } from './ami-lines.ts';
import type { Fields } from './asks.ts';
import { openAsks } from './asks.ts';

/** A line to an exchange's manager interface, signed in. */
export type Ami = {
  /** Answers once the exchange does. Throws what it says where it refuses. */
  ask(fields: Fields): Promise<Packet>;
  /** The same for what is answered by a list of events, ending with one of that name. */
  list(fields: Fields, last: string): Promise<Packet[]>;
  /** Comes true when the line ends, with the reason. */
  ended: Promise<Error>;
  close(): void;
};

export type AmiServer = { host: string; port: number; secure: 'tls' | 'none'; user: string; secret: string };
export type OpenAmi = (server: AmiServer, hear: (event: Packet) => void) => Promise<Ami>;

const PATIENCE = 10 * SECOND;
const STILL_THERE = 30 * SECOND;

/** Connects, signs in by challenge (the secret itself never crosses the wire), and hears every event from then on. */
export const openAmi: OpenAmi = async (server, hear) => {
  const line = lineOn(await connected(server), hear);
  try {
    const challenge = valueOf(await line.ask({ Action: 'Challenge', AuthType: 'MD5' }), 'Challenge') ?? '';
    const key = createHash('md5')
      .update(challenge + server.secret)
      .digest('hex');
    await line.ask({ Action: 'Login', AuthType: 'MD5', Username: server.user, Key: key, Events: 'on' });
    return line;
  } catch (fault) {
    line.close();
    throw fault;
  }
};

function connected({ host, port, secure }: AmiServer): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = secure === 'tls' ? connectTls({ host, port, servername: host }) : connectPlain({ host, port });
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('it does not answer')));
    socket.once('error', reject);
    socket.once(secure === 'tls' ? 'secureConnect' : 'connect', () => {
      socket.off('error', reject);
      socket.setTimeout(0);
      resolve(socket);
    });
  });
}

function lineOn(socket: Socket, hear: (event: Packet) => void): Ami {
  const asks = openAsks((fields) => void socket.write(amiAction(fields)));
  const { promise: ended, resolve: end } = Promise.withResolvers<Error>();
  let why = new Error('the line was closed');
  const read = amiReader((packet) => {
    if (!asks.hear(packet) && 'Event' in packet) hear(packet);
  });
  const ask: Ami['ask'] = async (fields) => (await asks.ask(fields, null))[0]!;
  // a line that was cut without a word is found out by asking
  const pinging = setInterval(() => {
    ask({ Action: 'Ping' }).catch((fault: Error) => socket.destroy(fault));
  }, STILL_THERE);
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    try {
      read(chunk);
    } catch (fault) {
      socket.destroy(fault as Error);
    }
  });
  socket.on('error', (fault) => void (why = fault));
  socket.on('close', () => {
    clearInterval(pinging);
    asks.fail(why);
    end(why);
  });
  return { ask, list: (fields, last) => asks.ask(fields, last), ended, close: () => void socket.destroy() };
}
