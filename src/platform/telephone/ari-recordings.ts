import { MINUTE, SECOND } from '../../kernel/time.ts';
import type { Called } from '../outward/post.ts';
import { callOutward } from '../outward/post.ts';
import type { AriServer } from './ari.ts';
import { ariUrl } from './ari.ts';

/** Where an exchange keeps and makes recordings: what its REST interface is asked about them. */
export type AriRecordings = Pick<AriServer, 'host' | 'port' | 'secure' | 'user' | 'secret'>;

/** Two hours of a call as an exchange writes it (8 kHz, 16 bit) are 115 MB; no call is longer. */
const MOST = 128 * 1024 * 1024;
const SHORT = 10 * SECOND;

/** The recording, null where there is none by that name. Throws what the exchange or the network says. */
export async function fetchStored(server: AriRecordings, name: string): Promise<Buffer | null> {
  const called = await ask(server, `recordings/stored/${encodeURIComponent(name)}/file`, {
    method: 'GET',
    timeoutMs: 2 * MINUTE,
  });
  if (called.status === 404) return null;
  if (called.bytes.length >= MOST) throw new Error('the recording is too large');
  const { bytes, headers } = orThrow(called);
  const told = headers['content-length'];
  if (told !== undefined && Number(told) !== bytes.length) throw new Error('the line broke');
  return bytes;
}

/** Removes it there for good; gone already is as good. */
export async function removeStored(server: AriRecordings, name: string): Promise<void> {
  const called = await ask(server, `recordings/stored/${encodeURIComponent(name)}`, {
    method: 'DELETE',
    timeoutMs: SHORT,
  });
  if (called.status !== 404) orThrow(called);
}

/** What it records just now is silent, or is heard again. */
export async function muteLive(server: AriRecordings, name: string, on: boolean): Promise<void> {
  const method = on ? 'POST' : 'DELETE';
  orThrow(await ask(server, `recordings/live/${encodeURIComponent(name)}/mute`, { method, timeoutMs: SHORT }));
}

/** It answers, and knows its user and secret. */
export async function askAlive(server: AriRecordings): Promise<void> {
  orThrow(await ask(server, 'asterisk/ping', { method: 'GET', timeoutMs: SHORT }));
}

type How = { method: 'GET' | 'POST' | 'DELETE'; timeoutMs: number };

function ask(server: AriRecordings, path: string, how: How): Promise<Called> {
  const pair = `${server.user}:${server.secret}`;
  return callOutward(ariUrl(server, 'http', path), {
    ...how,
    headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
    body: '',
    // an exchange stands in the house's own network, and its events are heard there too
    privateAllowed: true,
    most: MOST,
  });
}

function orThrow(called: Called): Called {
  const { status, error } = called;
  if (status === null) throw new Error(error ?? 'it does not answer');
  if (status >= 300) throw new Error(`HTTP ${status}`);
  return called;
}
