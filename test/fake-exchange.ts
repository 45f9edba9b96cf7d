import { createHash } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Packet } from '../src/platform/telephone/ami-lines.ts';
import { amiAction, amiReader, valueOf } from '../src/platform/telephone/ami-lines.ts';
import type { Told } from './telephone-streams.ts';
import { lookAfter } from './telephone-streams.ts';

/** An exchange's manager interface over real TCP, which tells recorded streams and can be cut off. */
export type FakeExchange = {
  port: number;
  /** What it was asked, save signing in, looking and pings. */
  asked: Packet[];
  /** Actions that it will not do, with what it says to them. */
  refuses: Map<string, string>;
  /** Lines that were ever opened to it. */
  opened: number;
  lines(): number;
  /** It happens: told to whoever listens, remembered for whoever looks later. */
  happens(told: readonly Told[]): void;
  cut(): void;
  close(): Promise<void>;
};

export const SECRET = 'geheim';
/** What time it is there: after every recorded stream. */
export const THEIR_NOW = 1_795_284_000;

const QUIET = new Set(['Challenge', 'Login', 'Ping', 'CoreShowChannels', 'QueueStatus']);

export async function fakeExchange(): Promise<FakeExchange> {
  const sockets = new Set<Socket>();
  const happened: Told[] = [];
  const exchange: FakeExchange = {
    port: 0,
    asked: [],
    refuses: new Map(),
    opened: 0,
    lines: () => sockets.size,
    happens(told) {
      happened.push(...told);
      for (const { src, event } of told) if (src === 'ami') for (const socket of sockets) socket.write(written(event));
    },
    cut() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    async close() {
      exchange.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer((socket) => {
    exchange.opened += 1;
    let signedIn = false;
    socket.setEncoding('utf8');
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.write('Asterisk Call Manager/11.0.0\r\n');
    const read = amiReader((packet) => {
      const action = valueOf(packet, 'Action') ?? '';
      const id = { ActionID: valueOf(packet, 'ActionID') ?? '' };
      const answer = (fields: Record<string, string>): void => void socket.write(amiAction({ ...fields, ...id }));
      if (!QUIET.has(action)) exchange.asked.push(packet);
      if (action === 'Challenge') return answer({ Response: 'Success', Challenge: '840415273' });
      if (action === 'Login') {
        const right = createHash('md5').update(`840415273${SECRET}`).digest('hex');
        signedIn = valueOf(packet, 'Key') === right;
        if (signedIn) sockets.add(socket);
        return answer(signedIn ? { Response: 'Success' } : { Response: 'Error', Message: 'Authentication failed' });
      }
      if (!signedIn) return answer({ Response: 'Error', Message: 'Permission denied' });
      if (action === 'Ping') return answer({ Response: 'Success', Ping: 'Pong', Timestamp: `${THEIR_NOW}.000000` });
      if (action === 'CoreShowChannels' || action === 'QueueStatus') {
        const { channels, waiting } = lookAfter(happened);
        answer({ Response: 'Success', EventList: 'start' });
        for (const one of action === 'QueueStatus' ? waiting : channels) answer(one as Record<string, string>);
        return answer({ Event: `${action}Complete`, EventList: 'Complete' });
      }
      const refusal = exchange.refuses.get(action);
      return answer(refusal ? { Response: 'Error', Message: refusal } : { Response: 'Success' });
    });
    socket.on('data', (chunk: string) => read(chunk));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  exchange.port = (server.address() as AddressInfo).port;
  return exchange;
}

function written(event: Packet): string {
  return `${Object.entries(event)
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${key}: ${String(one)}`))
    .join('\r\n')}\r\n\r\n`;
}
