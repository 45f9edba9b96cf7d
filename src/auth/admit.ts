import type { Database } from '../platform/db.ts';
import type { Edge } from '../platform/http/edge.ts';
import { plus, SECOND } from '../kernel/time.ts';
import { digest } from './digest.ts';
import type { Owed } from './second-factor.ts';
import { owedBy, WAITS } from './second-factor.ts';
import { securityOf } from './security.ts';
import { sessionCookie, tokenIn } from './session-cookie.ts';
import { AT_MOST } from './session-life.ts';
import { tablesOf } from './store.ts';
import { trustedCookie, waitingAt } from './waiting.ts';

/**
 * What follows on a proven password: a session that is good at once, or one that opens nothing until what is still owed is
 * done. Only then does the browser hear of it. Whoever signs in again leaves no former session behind, nor anybody an expired one.
 */
export async function admit(database: Database, edge: Edge, cookie: string): Promise<Owed> {
  const { organisation, now } = edge;
  const tables = tablesOf(database, organisation.schema);
  const session = await tables
    .selectFrom('auth_session')
    .select(['id', 'user_id'])
    .where('token', '=', digest(tokenIn(cookie)!))
    .executeTakeFirstOrThrow();
  const waiting = await waitingAt(database, edge);
  const former = [edge.caller?.sessionId, waiting?.sessionId].filter((one) => one !== undefined);
  await tables
    .deleteFrom('auth_session')
    .where((row) => row.or([row('expires_at', '<=', now), ...former.map((id) => row('id', '=', id))]))
    .execute();
  const trustedToken = edge.cookies.get(trustedCookie(organisation));
  const security = await securityOf(tables);
  const owed = await owedBy(tables, { personId: session.user_id, trustedToken, security }, now);
  if (owed.waitsFor)
    await tables
      .updateTable('auth_session')
      .set({ waits_for: owed.waitsFor, expires_at: plus(now, WAITS[owed.waitsFor]) })
      .where('id', '=', session.id)
      .execute();
  edge.cookies.set(sessionCookie(organisation), cookie, AT_MOST / SECOND);
  return owed;
}
