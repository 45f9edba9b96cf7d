import type { FastifyRequest } from 'fastify';
import type { Organisation } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Caller } from '../platform/http/identify.ts';
import type { Clock, Instant } from '../kernel/time.ts';
import { between, MINUTE } from '../kernel/time.ts';
import { digest, isToken } from './digest.ts';
import { securityOf } from './security.ts';
import { expiry, isWorthNoting } from './session-life.ts';
import { sessionCookie, tokenIn } from './session-cookie.ts';
import { lookUp, tablesOf } from './store.ts';

const TOKEN_USE_NOTED_EVERY = 10 * MINUTE;

const sessionBy = lookUp('session', (tables) =>
  tables
    .selectFrom('auth_session')
    .innerJoin('person', 'person.id', 'auth_session.user_id')
    .select([
      'auth_session.id',
      'auth_session.user_id',
      'auth_session.created_at',
      'auth_session.updated_at',
      'auth_session.expires_at',
    ])
    .where('auth_session.token', '=', '')
    .where('auth_session.expires_at', '>', '' as Instant)
    // one that still owes a code opens nothing
    .where('auth_session.waits_for', 'is', null)
    .where('person.left_at', 'is', null),
);

const tokenBy = lookUp('token', (tables) =>
  tables
    .selectFrom('personal_token')
    .innerJoin('person', 'person.id', 'personal_token.person_id')
    .select(['personal_token.id', 'personal_token.person_id', 'personal_token.rights', 'personal_token.last_used_at'])
    .where('personal_token.hash', '=', '')
    .where('personal_token.expires_at', '>', '' as Instant)
    .where('person.left_at', 'is', null),
);

/** One look-up: cheaper than reading a signed cookie that says the same, and an ended session is ended at once. */
async function bySession(database: Database, schema: string, token: string, now: Instant): Promise<Caller | null> {
  const session = await sessionBy(database, schema, [digest(token), now]);
  if (!session) return null;
  if (isWorthNoting(session, now)) {
    const tables = tablesOf(database, schema);
    const { sessions } = await securityOf(tables);
    await tables
      .updateTable('auth_session')
      .set({ updated_at: now, expires_at: expiry(session, sessions, now) })
      .where('id', '=', session.id)
      .execute();
  }
  return { personId: session.user_id, via: 'session', sessionId: session.id };
}

async function byToken(database: Database, schema: string, token: string, now: Instant): Promise<Caller | null> {
  const found = await tokenBy(database, schema, [digest(token), now]);
  if (!found) return null;
  if (!found.last_used_at || between(found.last_used_at, now) >= TOKEN_USE_NOTED_EVERY)
    await tablesOf(database, schema)
      .updateTable('personal_token')
      .set({ last_used_at: now })
      .where('id', '=', found.id)
      .execute();
  return { personId: found.person_id, via: 'token', only: found.rights };
}

/**
 * Who a request comes from: by `Authorization: Bearer hy_...`, or by the session cookie of this organisation. A
 * request that names a token stands or falls with it. Null for whoever is not known here, has ended, or has left.
 */
export function callerIn(database: Database, clock: Clock) {
  return async (request: FastifyRequest, organisation: Organisation): Promise<Caller | null> => {
    const bearer = /^Bearer\b *(.*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined)
      return isToken(bearer) ? byToken(database, organisation.schema, bearer, clock.now()) : null;
    const token = tokenIn(request.cookies[sessionCookie(organisation)]);
    return token === null ? null : bySession(database, organisation.schema, token, clock.now());
  };
}
