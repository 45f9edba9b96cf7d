import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../organisation/can.ts';
import type { Right } from '../../organisation/rights.ts';
import type { Id } from '../../kernel/id.ts';
import { Forbidden, NotFound, NotSignedIn } from '../../kernel/refusal.ts';
import type { Organisation } from '../context.ts';
import type { Tx } from '../tx.ts';

/** Who a request comes from; a token may allow less than its person is allowed. */
export type Caller = {
  personId: Id<'person'>;
  via: 'session' | 'token';
  sessionId?: Id<'session'>;
  only?: readonly Right[];
};

/** What the server needs to know people by; `main.ts` gives it the real ones. */
export type Identify = {
  organisations(): Promise<Organisation[]>;
  callerOf(request: FastifyRequest, organisation: Organisation): Promise<Caller | null>;
  actorOf(tx: Tx, personId: Id<'person'>): Promise<Actor | null>;
};

/** The caller, where there must be one. */
export function signedIn(caller: Caller | null): Caller {
  if (!caller) throw new NotSignedIn('sign_in.needed');
  return caller;
}

const PREFIX = /^\/o\/([a-z][a-z0-9-]{1,30})(?=\/|$)/;

/** `/o/green-hill/api/tickets` is `/api/tickets` of the organisation green-hill; anything else stays as it is. */
export function splitPrefix(url: string): { slug: string | null; url: string } {
  const found = PREFIX.exec(url);
  if (!found) return { slug: null, url };
  const rest = url.slice(found[0].length);
  return { slug: found[1]!, url: rest === '' || rest.startsWith('?') ? `/${rest}` : rest };
}

/** The same for a request as it stands. */
export async function organisationOf(identify: Identify, request: FastifyRequest): Promise<Organisation> {
  return organisationFor(await identify.organisations(), request.slug, request.headers.host ?? '');
}

/** Which organisation a request is for, before anything else is read: by path, by host, or because there is only one. */
export function organisationFor(
  all: (Organisation & { hosts?: string[] })[],
  slug: string | null,
  host: string,
): Organisation {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  const found =
    slug === null
      ? (all.find((one) => one.hosts?.includes(name)) ?? (all.length === 1 ? all[0] : undefined))
      : all.find((one) => one.slug === slug);
  if (!found) throw new NotFound(all.length === 0 ? 'organisation.none_yet' : 'organisation.unknown');
  return found;
}

const READS = new Set(['GET', 'HEAD']);

/**
 * A browser sends its cookie along with whatever page asks it to; only our own page can add this header, and only to
 * its own origin. Tokens are not sent by themselves, so they need no such guard.
 */
export function refuseForeignPage(request: FastifyRequest, caller: Caller | null): void {
  if (READS.has(request.method) || caller?.via === 'token') return;
  const origin = request.headers.origin;
  if (origin !== undefined && !isOwn(origin, request)) throw new Forbidden('request.foreign_origin');
  if (request.headers['x-huiyin'] === undefined) throw new Forbidden('request.header_missing', { header: 'X-Huiyin' });
}

/** The page of another site that asks, by its origin; null where one of ours does, or none. */
export function pageElsewhere(request: FastifyRequest): string | null {
  const { origin } = request.headers;
  return origin === undefined || isOwn(origin, request) ? null : origin;
}

export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Whether a page of this origin was served from where the request goes to; `null` and rubbish are not. */
export function isOwn(origin: string, request: FastifyRequest): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}
