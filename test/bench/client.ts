import { Agent, request } from 'node:http';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundle } from '../../scripts/build-server.ts';

const ROOT = join(import.meta.dirname, '../..');

/** In bytes, after a collection. */
export type Memory = { rss: number; heap: number };
export type Server = { address: string; pid: number; memory(): Promise<Memory>; stop(): Promise<void> };

const MADE = 'dist/bench-server.js';
let made: Promise<unknown> | undefined;

/** Huiyin without screens, in a process of its own, from one file and with the flags, as `npm start` runs it. */
export async function startServer(url: string, sealKey = ''): Promise<Server> {
  await (made ??= bundle('test/bench/server-process.ts', MADE));
  const child: ChildProcess = spawn(process.execPath, [...process.execArgv, join(ROOT, MADE), url, sealKey], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    void ended.then((code) => reject(new Error(`the server ended (${code})`)));
    createInterface(child.stdout!).once('line', resolve);
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  const memory = async (): Promise<Memory> => {
    child.send('memory');
    const [told] = (await once(child, 'message')) as [Memory];
    return told;
  };
  return { address, pid: child.pid!, memory, stop };
}

export type Answer = { status: number; text: string; ms: number };

/** One who is signed in, on one connection that is kept: asks one thing after the other. */
export type Client = {
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Reads, and fails where the answer is no success. */
  get(path: string): Promise<Answer>;
  /** What a socket of his is opened with. */
  cookie(): string;
  close(): void;
};

export async function signedIn(address: string, username: string, password: string): Promise<Client> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let cookie = '';
  const send: Client['send'] = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const began = performance.now();
      const asked = request(`${address}/api${path}`, {
        method,
        agent,
        headers: {
          'x-huiyin': '1',
          cookie,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const set = response.headers['set-cookie'];
          if (set) cookie = set.map((one) => one.split(';')[0]).join('; ');
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
            ms: performance.now() - began,
          });
        });
      });
      asked.end(text);
    });
  const must = async (answer: Promise<Answer>, what: string): Promise<Answer> => {
    const got = await answer;
    if (got.status >= 300) throw new Error(`${what}: ${got.status} ${got.text.slice(0, 500)}`);
    return got;
  };
  await must(send('POST', '/sign-in', { username, password }), 'sign-in');
  return { send, get: (path) => must(send('GET', path), path), cookie: () => cookie, close: () => agent.destroy() };
}
