import type { Organisation } from '../platform/context.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Edge } from '../platform/http/edge.ts';
import type { Id } from '../kernel/id.ts';
import { NotSignedIn } from '../kernel/refusal.ts';
import { actorOf } from '../organisation/queries.ts';
import { digest } from './digest.ts';
import type { Waits } from './second-factor.ts';
import { sessionCookie, tokenIn } from './session-cookie.ts';
import { tablesOf } from './store.ts';

/** Somebody on the way in: the password is proven, a code or a second factor is still owed. */
export type Waiting = {
  sessionId: Id<'session'>;
  personId: Id<'person'>;
  username: string;
  name: string;
  waitsFor: Waits;
};

/** Who waits behind this browser's cookie, if anybody does. */
export async function waitingAt(database: Database, edge: Edge): Promise<Waiting | null> {
  const token = tokenIn(edge.cookies.get(sessionCookie(edge.organisation)));
  if (token === null) return null;
  const row = await tablesOf(database, edge.organisation.schema)
    .selectFrom('auth_session')
    .innerJoin('person', 'person.id', 'auth_session.user_id')
    .select(['auth_session.id', 'person.id as personId', 'person.username', 'person.name', 'auth_session.waits_for'])
    .where('auth_session.token', '=', digest(token))
    .where('auth_session.expires_at', '>', edge.now)
    .where('auth_session.waits_for', 'is not', null)
    .where('person.left_at', 'is', null)
    .executeTakeFirst();
  if (!row?.waits_for) return null;
  return { sessionId: row.id, personId: row.personId, username: row.username, name: row.name, waitsFor: row.waits_for };
}

/** The same, where somebody must be waiting for just this. */
export async function waitingFor(database: Database, edge: Edge, what: Waits): Promise<Waiting> {
  const waiting = await waitingAt(database, edge);
  if (waiting?.waitsFor !== what) throw new NotSignedIn('sign_in.begin_again');
  return waiting;
}

/** A context in which somebody acts who has proven who he is but is not signed in yet. */
export async function asPerson(context: Context, personId: Id<'person'>): Promise<Context> {
  const actor = await actorOf(context.tx, personId, context.now);
  if (!actor) throw new NotSignedIn('sign_in.begin_again');
  return { ...context, actor };
}

/** The cookie of a browser that is not asked for a code again. */
export function trustedCookie(organisation: Organisation): string {
  return `hy-${organisation.slug}.trusted`;
}
