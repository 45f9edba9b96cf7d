import { lookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { request as overTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import type { Posted } from './posted.ts';
import { isPrivateAddress } from './private-address.ts';

type Outward = {
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
  /** May lead into networks of one's own. */
  privateAllowed: boolean;
  signal?: AbortSignal;
};

/** So much of an answer is kept: enough to see what is wrong there. */
const KEPT_BYTES = 2_048;

/** What came of a call whose whole answer is wanted, up to so many bytes. */
export type Called = Pick<Posted, 'status' | 'milliseconds' | 'error'> & {
  bytes: Buffer;
  /** Its headers, by name in small letters. */
  headers: IncomingHttpHeaders;
};
type Calling = Outward & { method: 'GET' | 'POST' | 'DELETE'; most: number };

/** Posts to an address somebody chose, and keeps the beginning of the answer. Never rejects: what went wrong is said. */
export async function postOutward(url: string, outward: Outward): Promise<Posted> {
  const called = await callOutward(url, { ...outward, method: 'POST', most: KEPT_BYTES });
  const { status, milliseconds, error, bytes } = called;
  // a NUL may stand in no text of PostgreSQL's
  return { status, milliseconds, error, answer: bytes.toString('utf8').replaceAll('\0', '') };
}

/**
 * Calls an address somebody chose. The address that a name leads to is looked at as the connection is made, so that no
 * name can be pointed inwards after it was looked at; redirects are not followed; the answer is read to its first `most` bytes. Never
 * rejects: what went wrong is said.
 */
export function callOutward(url: string, outward: Calling): Promise<Called> {
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<Called>();
  const end: End = (answer) =>
    resolve({
      status: null,
      bytes: Buffer.alloc(0),
      headers: {},
      error: null,
      ...answer,
      milliseconds: Math.round(performance.now() - began),
    });
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  // an address itself is never looked up, so it is looked at here
  if (!outward.privateAllowed && isIP(host) !== 0 && isPrivateAddress(host)) end({ error: 'private_address' });
  else send(target, outward, end);
  return promise;
}

type End = (answer: Partial<Called>) => void;

function send(target: URL, outward: Calling, end: End): void {
  const { method, headers, body, timeoutMs, privateAllowed, signal, most } = outward;
  const options: RequestOptions = {
    method,
    headers: method === 'GET' ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: privateAllowed ? lookup : publicOnly,
    agent: false,
    ...(signal ? { signal } : {}),
  };
  const asked: ClientRequest = (target.protocol === 'https:' ? overTls : overHttp)(target, options);
  // the whole of it, not only the silence between two bytes: a slow drip must not hold a place for ever
  const timer = setTimeout(() => asked.destroy(new Error('timeout')), timeoutMs);
  asked.on('error', (fault: NodeJS.ErrnoException) => {
    clearTimeout(timer);
    end({ error: fault.code ?? fault.message });
  });
  asked.on('response', (response) => {
    void beginningOf(response, most).then((bytes) => {
      clearTimeout(timer);
      asked.destroy();
      end({ status: response.statusCode ?? null, bytes, headers: response.headers });
    });
  });
  asked.end(method === 'GET' ? undefined : body);
}

async function beginningOf(response: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length >= most) break;
    }
  } catch {
    // cut short: what came is what there is
  }
  return Buffer.concat(pieces).subarray(0, most);
}

const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, options, (fault, address, family) => {
    const found = Array.isArray(address) ? address.map((one) => one.address) : [address];
    if (!fault && found.some(isPrivateAddress)) done(new Error('private_address'), address, family);
    else done(fault, address, family);
  });
};
