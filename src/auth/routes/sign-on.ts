import { z } from 'zod';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import { signedIn } from '../../platform/http/identify.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { allOf, done, id, momentOut, OK } from '../../platform/http/shapes.ts';
import { NotSignedIn } from '../../kernel/refusal.ts';
import { admit } from '../admit.ts';
import { linkIdentity, personBehind } from '../commands/link-identity.ts';
import { openSessionFor } from '../commands/open-session.ts';
import { unlinkIdentity } from '../commands/unlink-identity.ts';
import { typedPassword } from '../inputs.ts';
import { comingBack } from '../oidc/coming-back.ts';
import { goTo } from '../oidc/going.ts';
import type { AuthParts } from '../parts.ts';
import { ownPassword, provePassword } from '../prove-password.ts';
import { ownIdentities, ownIdentityOut } from '../provider-view.ts';
import { waitsForOut } from '../second-factor-view.ts';

const params = z.object({ id: id('identity_provider') });
const addressOut = z.object({ address: z.string().describe('Where the browser goes now') });

/** Only addresses inside the app are gone back to. */
const next = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])/)
  .optional()
  .describe('Where to go afterwards, inside the app');

function go(parts: AuthParts): Route {
  return edgeRoute({
    name: 'signInWith',
    method: 'POST',
    path: '/sign-in/with/:id',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'Go to an identity provider; the answer says where the browser goes',
    params,
    body: z.strictObject({ next }),
    answer: addressOut,
    atEdge: (edge, given) =>
      goTo(parts, edge, { providerId: given.params.id, personId: null, next: given.body.next ?? null }),
  });
}

function returned(parts: AuthParts): Route {
  return edgeRoute({
    name: 'signInReturned',
    method: 'POST',
    path: '/sign-in/returned',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'What came back from an identity provider: code and state; signs in, or links',
    body: z.strictObject({
      state: z.string().min(1).max(200).describe('As it came back'),
      code: z.string().min(1).max(2000).optional().describe('As it came back; left out where there was none'),
      iss: z.string().max(300).optional().describe('Who says he answers (RFC 9207), where he says so'),
      error: z.string().max(200).optional().describe('What the provider says went wrong'),
    }),
    answer: z.object({
      waitsFor: waitsForOut,
      enrolBy: momentOut.nullable().describe('By when a second factor must be set up; null: no such time is set'),
      linked: z.boolean().describe('It was linked to whoever is signed in; else somebody came in by it'),
      next: z.string().nullable().describe('Where to go now, inside the app; null: wherever one begins'),
    }),
    async atEdge(edge, { body }) {
      const { attempt, provider, identity } = await comingBack(parts, edge, body);
      if (attempt.person_id !== null) {
        if (edge.caller?.personId !== attempt.person_id) throw new NotSignedIn('sso.state_wrong');
        await edge.transact((context) => linkIdentity(context, provider, identity));
        return { waitsFor: null, enrolBy: null, linked: true, next: attempt.next };
      }
      const cookie = await edge.transact(async (context) =>
        openSessionFor(context, await personBehind(context, provider, identity), provider.id, edge),
      );
      const owed = await admit(parts.database, edge, cookie, { vouched: !provider.asks_code });
      return { ...owed, linked: false, next: attempt.next };
    },
  });
}

function link(parts: AuthParts): Route {
  return edgeRoute({
    name: 'linkMyIdentity',
    method: 'POST',
    path: '/me/identities/:id',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Go to an identity provider to link your account there; takes your password, if you have one',
    params,
    body: z.strictObject({ password: typedPassword.optional() }),
    answer: addressOut,
    async atEdge(edge, given) {
      const { personId } = signedIn(edge.caller);
      const { hash } = await edge.transact(ownPassword);
      if (hash) await provePassword(parts.database, edge, given.body.password ?? '', 'password');
      return goTo(parts, edge, { providerId: given.params.id, personId, next: '/account' });
    },
  });
}

const mine = [
  route({
    name: 'myIdentities',
    method: 'GET',
    path: '/me/identities',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Identity providers, and which of your accounts there are linked',
    answer: allOf(ownIdentityOut),
    handle: async (context) => ({ items: await ownIdentities(context) }),
  }),
  route({
    name: 'unlinkMyIdentity',
    method: 'DELETE',
    path: '/me/identities/:id',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Unlink; sessions opened by it end',
    params,
    answer: done,
    async handle(context, given) {
      await unlinkIdentity(context, given.params.id);
      return OK;
    },
  }),
];

/** Coming in by who vouches elsewhere, and one's own accounts there. */
export function signOnRoutes(parts: AuthParts): Route[] {
  return [go(parts), returned(parts), link(parts), ...mine];
}
