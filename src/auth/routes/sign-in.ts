import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, OK } from '../../platform/http/shapes.ts';
import { SECOND } from '../../kernel/time.ts';
import { attempted, succeeded } from '../attempt.ts';
import { endSession } from '../commands/end-session.ts';
import { signIn, whoAmI } from '../inputs.ts';
import type { AuthParts } from '../parts.ts';
import { whoIs } from '../queries.ts';
import { sessionCookie } from '../session-cookie.ts';
import { AT_MOST } from '../session-life.ts';
import { openSession } from '../sign-in.ts';
import { tablesOf } from '../store.ts';

function signInRoute({ database, libraryOf }: AuthParts): Route {
  return edgeRoute({
    name: 'signIn',
    method: 'POST',
    path: '/sign-in',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'Sign in with a user name and password; sets the session cookie',
    about:
      'Sets the cookie of a session. After some wrong tries, counted by name and by address, it is refused for a while.',
    body: signIn,
    example: { username: 'desk', password: 'correct horse battery' },
    answer: done,
    async atEdge(edge, { body }) {
      const { organisation, now } = edge;
      const attempt = { account: body.username, address: edge.address };
      await attempted(database, organisation.schema, attempt, now);
      const cookie = await openSession(await libraryOf(organisation), organisation, edge, body);
      await succeeded(database, organisation.schema, attempt, now);
      const sessions = tablesOf(database, organisation.schema).deleteFrom('auth_session');
      // whoever signs in again does not leave the former session behind, nor anybody an expired one
      await sessions
        .where((row) => row.or([row('expires_at', '<=', now), row('id', '=', edge.caller?.sessionId ?? null)]))
        .execute();
      edge.cookies.set(sessionCookie(organisation), cookie, AT_MOST / SECOND);
      return OK;
    },
  });
}

const signOut = edgeRoute({
  name: 'signOut',
  method: 'POST',
  path: '/sign-out',
  admits: 'anyone',
  tag: 'Signing in',
  summary: 'End this session; nothing happens where there is none',
  answer: done,
  async atEdge(edge) {
    const { caller } = edge;
    const sessionId = caller?.sessionId;
    if (sessionId) await edge.transact((context) => endSession(context, sessionId));
    edge.cookies.drop(sessionCookie(edge.organisation));
    return OK;
  },
});

const session = route({
  name: 'whoAmI',
  method: 'GET',
  path: '/session',
  admits: 'signed-in',
  token: 'any',
  tag: 'Signing in',
  summary: 'Who is signed in, with which posts and rights',
  answer: whoAmI,
  handle: whoIs,
});

export function signInRoutes(parts: AuthParts): Route[] {
  return [signInRoute(parts), signOut, session];
}
