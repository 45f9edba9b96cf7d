import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instant } from '../../kernel/time.ts';
import type { Context, Organisation } from '../context.ts';
import type { Caller } from './identify.ts';

/** What a route at the edge is given: who asks from where, cookies, and a way into transactions. */
export type Edge = {
  now: Instant;
  /** The organisation asked for; a fault on routes that come before any. */
  organisation: Organisation;
  caller: Caller | null;
  /** Where the request comes from; never for the log. */
  address: string;
  /** Where our screens stand for this browser: `https://hill.example/o/hill`, without a slash at the end. */
  origin: string;
  /** What the browser says it is. */
  agent: string;
  /** What was sent along beside the body under this name; the first where there are several. */
  header(this: void, name: string): string | undefined;
  cookies: Cookies;
  /** The page elsewhere that asks, as `https://shop.example`; null: a page of ours, or no page. */
  elsewhere: string | null;
  /** One that only reads, as the caller. */
  read<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  /** One transaction as the caller, or as nobody where nobody is signed in; announced once committed. */
  transact<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
};

export type Cookies = {
  /** What the browser sent along under this name. */
  get(name: string): string | undefined;
  /** Keeps a value in the browser for so many seconds, out of reach of scripts and of other organisations' paths. */
  set(name: string, value: string, seconds: number): void;
  drop(name: string): void;
};

/** Cookies of one organisation: under `/o/a` they are never sent to `/o/b`. */
export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const attributes: CookieSerializeOptions = {
    path: request.slug === null ? '/' : `/o/${request.slug}`,
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  };
  return {
    get: (name) => request.cookies[name],
    set: (name, value, seconds) => void reply.setCookie(name, value, { ...attributes, maxAge: seconds }),
    drop: (name) => void reply.clearCookie(name, attributes),
  };
}
