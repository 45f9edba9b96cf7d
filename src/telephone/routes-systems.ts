import { z } from 'zod';
import type { Sealer } from '../auth/sealing.ts';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { addSystem, changeSystem, endSystem, lockSystem } from './commands/change-systems.ts';
import { giveExtension } from './commands/give-extension.ts';
import { addSystemInput, changeSystemInput, extensionInput } from './inputs.ts';
import { listSystems } from './systems.ts';
import { trySystem } from './try-system.ts';
import { systemsOut, triedSystemOut } from './view.ts';

const admits = 'exchange.manage';
const tag = 'Telephone';
const params = z.object({ id: id('telephone_system') });

/** The exchanges that tell of their calls, and whose phone is whose. */
export function telephoneSystemRoutes({ sealer }: { sealer: Sealer }): Route[] {
  return [...PLAIN, addRoute(sealer), changeRoute(sealer), tryRoute(sealer)];
}

const PLAIN: Route[] = [
  route({
    name: 'listTelephoneSystems',
    method: 'GET',
    path: '/telephone-systems',
    admits,
    tag,
    summary: 'Telephone exchanges, how it goes with them, and whose phone is whose',
    answer: systemsOut,
    handle: (context) => listSystems(context),
  }),
  route({
    name: 'endTelephoneSystem',
    method: 'POST',
    path: '/telephone-systems/:id/end',
    admits,
    tag,
    summary: 'Follow its calls no more; what came stays',
    params,
    answer: done,
    handle: async (context, given) => {
      await endSystem(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'giveExtension',
    method: 'PUT',
    path: '/people/:id/phone',
    admits,
    tag,
    summary: 'Say whose phone rings where',
    params: z.object({ id: id('person') }),
    body: extensionInput,
    answer: done,
    handle: async (context, { params: { id: personId }, body }) => {
      await giveExtension(context, personId, body.phone);
      return OK;
    },
  }),
];

/** A secret must not be kept for a repeated request. */
function addRoute(sealer: Sealer): Route {
  return edgeRoute({
    name: 'addTelephoneSystem',
    method: 'POST',
    path: '/telephone-systems',
    admits,
    tag,
    summary: 'Add an Asterisk: its calls are followed from now on',
    about:
      'Its manager interface (AMI) is signed in to by challenge, so that the secret never crosses the wire; both secrets are kept sealed. The manager needs to read call, agent, cdr, dialplan, user and system, and to write call, agent, originate and system; `timestampevents = yes` gives each event its own moment.',
    status: 201,
    body: addSystemInput,
    example: {
      id: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      name: 'Switchboard',
      settings: {
        host: 'pbx.example.com',
        port: 5038,
        secure: 'none',
        user: 'huiyin',
        lines: [{ number: '8002', channel: 'complaint_line' }],
      },
      secret: 'a secret',
    },
    answer: z.object({ id: idOut('telephone_system') }),
    atEdge: async (edge, { body }) => {
      await edge.transact((context) => addSystem(context, sealer, body));
      return { id: body.id };
    },
  });
}

function changeRoute(sealer: Sealer): Route {
  return edgeRoute({
    name: 'changeTelephoneSystem',
    method: 'PATCH',
    path: '/telephone-systems/:id',
    admits,
    tag,
    summary: 'Another name, address, line or secret; off and on',
    params,
    body: changeSystemInput,
    answer: done,
    atEdge: async (edge, given) => {
      await edge.transact((context) => changeSystem(context, sealer, given.params.id, given.body));
      return OK;
    },
  });
}

function tryRoute(sealer: Sealer): Route {
  return edgeRoute({
    name: 'tryTelephoneSystem',
    method: 'POST',
    path: '/telephone-systems/:id/test',
    admits,
    tag,
    summary: 'Sign in to its manager interface and to ARI, and say what it answered',
    about: 'Whoever listens to it already is not disturbed, and nothing changes.',
    params,
    answer: triedSystemOut,
    atEdge: async (edge, given) => {
      const system = await edge.transact((context) => lockSystem(context, given.params.id));
      return trySystem(sealer, edge.organisation, system);
    },
  });
}
