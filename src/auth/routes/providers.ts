import { z } from 'zod';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { allOf, done, id, OK } from '../../platform/http/shapes.ts';
import { closeProvider, keepProvider } from '../commands/keep-provider.ts';
import { orNotForAll } from '../commands/reach-sign-in.ts';
import { discover } from '../oidc/discovery.ts';
import { returnAddress } from '../oidc/going.ts';
import type { AuthParts } from '../parts.ts';
import { providerInput, providerOut, providers } from '../provider-view.ts';

const tag = 'Security';
const params = z.object({ id: id('identity_provider') });

function list(): Route {
  return edgeRoute({
    name: 'identityProviders',
    method: 'GET',
    path: '/identity-providers',
    admits: 'people.edit',
    tag,
    summary: 'Who vouches for people besides their passwords',
    answer: allOf(providerOut).extend({
      returnAddress: z.string().describe('What to enter at a provider as the address it sends people back to'),
    }),
    atEdge: async (edge) => ({ items: await edge.transact(providers), returnAddress: returnAddress(edge) }),
  });
}

function add({ sealer }: AuthParts): Route {
  return edgeRoute({
    name: 'addIdentityProvider',
    method: 'POST',
    path: '/identity-providers',
    admits: 'people.edit',
    tag,
    summary: 'Add an identity provider',
    body: providerInput.extend({ id: id('identity_provider').describe("The client's own new id") }),
    answer: done,
    status: 201,
    async atEdge(edge, { body: { id: own, ...given } }) {
      await edge.transact((context) => keepProvider(context, sealer, own, given, { added: true }));
      return OK;
    },
  });
}

function change({ sealer }: AuthParts): Route {
  return edgeRoute({
    name: 'changeIdentityProvider',
    method: 'PUT',
    path: '/identity-providers/:id',
    admits: 'people.edit',
    tag,
    summary: 'Change an identity provider, or open it again',
    params,
    body: providerInput,
    answer: done,
    async atEdge(edge, given) {
      await edge.transact((context) => keepProvider(context, sealer, given.params.id, given.body, { added: false }));
      return OK;
    },
  });
}

function attempt(): Route {
  return edgeRoute({
    name: 'tryIdentityProvider',
    method: 'POST',
    path: '/identity-providers/try',
    admits: 'people.edit',
    tag,
    summary: 'Ask an issuer who it is; changes nothing',
    body: providerInput.pick({ issuer: true, name: true }),
    answer: done,
    async atEdge(edge, { body }) {
      await edge.transact(async (context) => orNotForAll(context));
      await discover(body, edge.now);
      return OK;
    },
  });
}

const close = route({
  name: 'closeIdentityProvider',
  method: 'DELETE',
  path: '/identity-providers/:id',
  admits: 'people.edit',
  tag,
  summary: 'Nobody comes in by it any more; links stay',
  params,
  answer: done,
  async handle(context, given) {
    await closeProvider(context, given.params.id);
    return OK;
  },
});

/** What the administrator keeps about who vouches. */
export function providerRoutes(parts: AuthParts): Route[] {
  return [list(), add(parts), change(parts), attempt(), close];
}
