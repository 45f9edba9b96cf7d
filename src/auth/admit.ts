import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Database } from '../platform/db.ts';
import type { Edge } from '../platform/http/edge.ts';
import type { Id } from '../kernel/id.ts';
import { NotSignedIn } from '../kernel/refusal.ts';
import { plus, SECOND } from '../kernel/time.ts';
import { digest } from './digest.ts';
import type { Owed } from './second-factor.ts';
import { owedBy, WAITS } from './second-factor.ts';
import type { Security } from './security.ts';
import { maySignInByPassword, securityOf } from './security.ts';
import { isPasswordOld } from './password-age.ts';
import { sessionCookie, tokenIn } from './session-cookie.ts';
import { AT_MOST, firstExpiry } from './session-life.ts';
import { tablesOf } from './store.ts';
import { trustedCookie, waitingAt } from './waiting.ts';

/**
 * What follows on a proven password: a session that is good at once, or one that opens nothing until what is still owed is
 * done. Only then does the browser hear of it. Whoever signs in again leaves no former session behind, nor anybody an expired one.
 */
export async function admit(database: Database, edge: Edge, cookie: string, { vouched = false } = {}): Promise<Owed> {
  const { organisation, now } = edge;
  const tables = tablesOf(database, organisation.schema);
  const session = await tables
    .selectFrom('auth_session')
    .select(['id', 'user_id', 'provider_id'])
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
  if (session.provider_id === null && !(await passwordCounts(tables, session.user_id, security))) {
    await tables.deleteFrom('auth_session').where('id', '=', session.id).execute();
    throw new NotSignedIn('sign_in.not_by_password');
  }
  const owed: Owed = vouched
    ? { waitsFor: null, enrolBy: null }
    : await owedBy(tables, { personId: session.user_id, trustedToken, security }, now);
  // after a code, or an enrolment, it is asked again (let-in.ts)
  const byPassword = session.provider_id === null && owed.waitsFor === null;
  if (byPassword && (await isPasswordOld(tables, session.user_id, security, now))) owed.waitsFor = 'password';
  await tables
    .updateTable('auth_session')
    .set({
      waits_for: owed.waitsFor,
      expires_at: owed.waitsFor ? plus(now, WAITS[owed.waitsFor]) : firstExpiry(now, security.sessions),
    })
    .where('id', '=', session.id)
    .execute();
  edge.cookies.set(sessionCookie(organisation), cookie, AT_MOST / SECOND);
  return owed;
}

async function passwordCounts(tables: Kysely<Tables>, personId: Id<'person'>, security: Security): Promise<boolean> {
  if (security.passwords.signIn === 'everybody') return true;
  const posts = await tables.selectFrom('person_post').select('post_id').where('person_id', '=', personId).execute();
  return maySignInByPassword(
    security,
    posts.map(({ post_id }) => post_id),
  );
}
