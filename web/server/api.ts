import type { Params, Refusal } from '../../src/kernel/refusal.ts';
import { apiUrl } from './base.ts';
import { newId } from './ids.ts';
import { nowMs } from '../ui/time.ts';

/** What went wrong, as the server says it; `offline` and `interrupted` are our own codes for no answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Params;
  /** Per field of the form the code of what is wrong with it. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, answer: Partial<Refusal> & { fields?: Record<string, string> }) {
    super(`${status} ${answer.code ?? 'fault'}`);
    this.status = status;
    this.code = answer.code ?? 'fault';
    this.params = answer.params ?? {};
    this.fields = answer.fields ?? {};
  }
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

export type WriteOptions = {
  /** The same key for the same intent: sending it twice does it once. Made here where the caller has none to keep. */
  key?: string;
  signal?: AbortSignal;
};

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Waits between tries while there is no answer. Writes may be tried again because they carry their key. */
const waits = [400, 1200, 3000];
const worthRetrying = new Set([502, 503, 504]);

type Listener = (reached: boolean) => void;
const reachListeners = new Set<Listener>();
let onSignedOut: () => void = () => {};

/** Told after every try whether the server was reached; the connection bar listens. */
export function onReach(listener: Listener): () => void {
  reachListeners.add(listener);
  return () => reachListeners.delete(listener);
}

/** What to do when the session has ended (401). Set once by `main.tsx`. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

let token: string | null = null;

/** A screen on a wall has nobody who signs in: it reads with a token of its own, which may look and nothing else. */
export function readWith(given: string): void {
  token = given;
}

/** What a socket offers to be heard with that token; nothing where the session's cookie says who it is. */
export function tokenProtocols(): string[] {
  return token === null ? [] : ['huiyin', token];
}

export function readsWithToken(): boolean {
  return token !== null;
}

export const api = {
  get: <Answer>(path: string, query?: Query, signal?: AbortSignal) =>
    call<Answer>('GET', path + queryText(query), undefined, { signal }),
  post: <Answer = void>(path: string, body?: unknown, options?: WriteOptions) =>
    call<Answer>('POST', path, body ?? {}, options),
  put: <Answer = void>(path: string, body?: unknown, options?: WriteOptions) =>
    call<Answer>('PUT', path, body ?? {}, options),
  patch: <Answer = void>(path: string, body?: unknown, options?: WriteOptions) =>
    call<Answer>('PATCH', path, body ?? {}, options),
  delete: <Answer = void>(path: string, options?: WriteOptions) => call<Answer>('DELETE', path, undefined, options),
};

/** A key for one intent of the person; keep it until the server has given a final answer. */
export function newKey(): string {
  return newId<'intent'>(nowMs());
}

function queryText(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

async function call<Answer>(method: Method, path: string, body: unknown, options: WriteOptions = {}): Promise<Answer> {
  const request = requestOf(method, body, options);
  const response = await reach(apiUrl(path), request);
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
  const answer = await response.json().catch(() => ({}));
  const problem = new ApiError(response.status, answer as Partial<Refusal>);
  // 401 is also the answer to a wrong password; only this one says that the session has ended.
  if (problem.code === 'sign_in.needed' && path !== 'session') onSignedOut();
  throw problem;
}

function requestOf(method: Method, body: unknown, options: WriteOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (token) headers['authorization'] = `Bearer ${token}`;
  if (method !== 'GET') {
    headers['x-huiyin'] = '1';
    headers['idempotency-key'] = options.key ?? newKey();
  }
  const plain = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !plain) headers['content-type'] = 'application/json';
  const payload = body === undefined ? null : plain ? body : JSON.stringify(body);
  return {
    method,
    headers,
    body: payload,
    signal: options.signal ?? null,
    credentials: token ? 'omit' : 'same-origin',
  };
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await fetch(url, request).catch((failure: unknown) => {
      if (request.signal?.aborted) throw failure;
      return null;
    });
    const settled = response !== null && !worthRetrying.has(response.status);
    for (const listener of reachListeners) listener(settled);
    if (settled) return response;
    // a device that knows it has no connection need not find out three times more
    const wait = navigator.onLine ? waits[attempt] : undefined;
    if (wait === undefined) {
      if (response) return response;
      throw new ApiError(0, { code: 'offline' });
    }
    await new Promise((resume) => setTimeout(resume, wait));
  }
}
