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
import { endAddress } from '../oidc/end-address.ts';
import { providerButton } from '../provider-view.ts';
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
      providers: z.array(providerButton).describe('Who else vouches for people: a button each'),
      trustDays: z.number().int().describe('Days for which a browser may be trusted; 0: never'),
    }),
    async atEdge(edge) {
      const waiting = await waitingAt(database, edge);
      const tables = tablesOf(database, edge.organisation.schema);
      const { secondFactor } = await securityOf(tables);
      const providers = await tables
        .selectFrom('identity_provider')
        .select(['id', 'name'])
        .where('closed_at', 'is', null)
        .orderBy('made_at')
        .execute();
      return { waitsFor: waiting?.waitsFor ?? null, providers, trustDays: secondFactor.trustDays };
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
    answer: done.extend({
      elsewhere: z.string().nullable().describe('Where to sign out as well, at who vouched; null: nowhere'),
    }),
    async atEdge(edge) {
      const elsewhere = await endAddress(database, edge);
      const sessionId = edge.caller?.sessionId ?? (await waitingAt(database, edge))?.sessionId;
      if (sessionId)
        await tablesOf(database, edge.organisation.schema)
          .deleteFrom('auth_session')
          .where('id', '=', sessionId)
          .execute();
      edge.cookies.drop(sessionCookie(edge.organisation));
      return { ...OK, elsewhere };
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
