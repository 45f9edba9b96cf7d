import { z } from 'zod';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, momentOut, OK } from '../../platform/http/shapes.ts';
import { admit } from '../admit.ts';
import { counted } from '../counted.ts';
import { signIn, whoAmI } from '../inputs.ts';
import type { AuthParts } from '../parts.ts';
import { whoIs } from '../queries.ts';
import { sessionCookie } from '../session-cookie.ts';
import { waitsForOut } from '../second-factor-view.ts';
import { securityOf } from '../security.ts';
import { openSession } from '../sign-in.ts';
import { tablesOf } from '../store.ts';
import { waitingAt } from '../waiting.ts';

function signInRoute({ database, libraryOf }: AuthParts): Route {
  return edgeRoute({
    name: 'signIn',
    method: 'POST',
    path: '/sign-in',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'Sign in with a user name and password; sets the session cookie',
    about:
      'Sets the cookie of a session, which opens nothing while `waitsFor` names something still owed. After some wrong tries, counted by name and by address, it is refused for a while.',
    body: signIn,
    example: { username: 'desk', password: 'correct horse battery' },
    answer: z.object({
      waitsFor: waitsForOut,
      enrolBy: momentOut.nullable().describe('By when a second factor must be set up; null: no such time is set'),
    }),
    async atEdge(edge, { body }) {
      const cookie = await counted(database, edge, body.username, async () =>
        openSession(await libraryOf(edge.organisation), edge.organisation, edge, body),
      );
      return admit(database, edge, cookie);
    },
  });
}

function signInState({ database }: AuthParts): Route {
  return edgeRoute({
    name: 'signInState',
    method: 'GET',
    path: '/sign-in',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'How far this browser has come, and which ways in there are',
    answer: z.object({
      waitsFor: waitsForOut,
      trustDays: z.number().int().describe('Days for which a browser may be trusted; 0: never'),
    }),
    async atEdge(edge) {
      const waiting = await waitingAt(database, edge);
      const { secondFactor } = await securityOf(tablesOf(database, edge.organisation.schema));
      return { waitsFor: waiting?.waitsFor ?? null, trustDays: secondFactor.trustDays };
    },
  });
}

function signOut({ database }: AuthParts): Route {
  return edgeRoute({
    name: 'signOut',
    method: 'POST',
    path: '/sign-out',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'End this session; nothing happens where there is none',
    answer: done,
    async atEdge(edge) {
      const sessionId = edge.caller?.sessionId ?? (await waitingAt(database, edge))?.sessionId;
      if (sessionId)
        await tablesOf(database, edge.organisation.schema)
          .deleteFrom('auth_session')
          .where('id', '=', sessionId)
          .execute();
      edge.cookies.drop(sessionCookie(edge.organisation));
      return OK;
    },
  });
}

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
  return [signInState(parts), signInRoute(parts), signOut(parts), session];
}
