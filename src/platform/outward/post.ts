import { lookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as overTls } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { isPrivateAddress } from './private-address.ts';

export type Posted = {
  /** null: no answer came. */
  status: number | null;
  /** The beginning of what it answered. */
  answer: string;
  milliseconds: number;
  /** Why no answer came, as a word of this machine's. */
  error: string | null;
};

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

/**
 * Posts to an address somebody chose. The address that a name leads to is looked at as the connection is made, so that no
 * name can be pointed inwards after it was looked at; redirects are not followed; the answer is read to its first 2 kB. Never
 * rejects: what went wrong is said.
 */
export function postOutward(url: string, outward: Outward): Promise<Posted> {
  const began = performance.now();
  const { promise, resolve } = Promise.withResolvers<Posted>();
  const end = (status: number | null, answer: string, error: string | null): void =>
    resolve({ status, answer, error, milliseconds: Math.round(performance.now() - began) });
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  // an address itself is never looked up, so it is looked at here
  if (!outward.privateAllowed && isIP(host) !== 0 && isPrivateAddress(host)) end(null, '', 'private_address');
  else send(target, outward, end);
  return promise;
}

type End = (status: number | null, answer: string, error: string | null) => void;

function send(target: URL, { headers, body, timeoutMs, privateAllowed, signal }: Outward, end: End): void {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    lookup: privateAllowed ? lookup : publicOnly,
    agent: false,
    ...(signal ? { signal } : {}),
  };
  const asked: ClientRequest = (target.protocol === 'https:' ? overTls : overHttp)(target, options);
  // the whole of it, not only the silence between two bytes: a slow drip must not hold a place for ever
  const timer = setTimeout(() => asked.destroy(new Error('timeout')), timeoutMs);
  asked.on('error', (fault: NodeJS.ErrnoException) => {
    clearTimeout(timer);
    end(null, '', fault.code ?? fault.message);
  });
  asked.on('response', (response) => {
    void beginningOf(response).then((answer) => {
      clearTimeout(timer);
      asked.destroy();
      end(response.statusCode ?? null, answer, null);
    });
  });
  asked.end(body);
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length >= KEPT_BYTES) break;
    }
  } catch {
    // cut short: what came is what there is
  }
  // a NUL may stand in no text of PostgreSQL's
  return Buffer.concat(pieces).subarray(0, KEPT_BYTES).toString('utf8').replaceAll('\0', '');
}

const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, options, (fault, address, family) => {
    const found = Array.isArray(address) ? address.map((one) => one.address) : [address];
    if (!fault && found.some(isPrivateAddress)) done(new Error('private_address'), address, family);
    else done(fault, address, family);
  });
};
