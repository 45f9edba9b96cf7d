import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';

/** What an exchange keeps and makes of recordings, by its REST interface over real HTTP. */
export type FakeRecordings = {
  port: number;
  stored: Map<string, Buffer>;
  /** Every request that was let in, as `DELETE stored/name`. */
  asked: string[];
  close(): Promise<void>;
};

export async function fakeRecordings(user: string, secret: string): Promise<FakeRecordings> {
  const asked: string[] = [];
  const stored = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const known = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
    if (request.headers.authorization !== known) return response.writeHead(401).end();
    const path = decodeURIComponent(request.url!.replace('/ari/recordings/', ''));
    if (request.url === '/ari/asterisk/ping') return response.writeHead(200).end('{"ping":"pong"}');
    asked.push(`${request.method} ${path}`);
    if (path.startsWith('live/')) return response.writeHead(204).end();
    const name = path.replace(/^stored\//, '').replace(/\/file$/, '');
    const bytes = stored.get(name);
    if (!bytes) return response.writeHead(404).end();
    if (request.method === 'DELETE') {
      stored.delete(name);
      return response.writeHead(204).end();
    }
    return response.writeHead(200, { 'content-length': bytes.length, 'content-type': 'audio/x-wav' }).end(bytes);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stored,
    asked,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
