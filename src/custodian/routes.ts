import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { distribute } from './commands/distribute.ts';
import { giveCustomer } from './commands/give.ts';
import { setAbility } from './commands/set-ability.ts';
import { undoDistribution } from './commands/undo.ts';
import { listDistributions } from './distributions.ts';
import {
  abilityInput,
  custodiansQuery,
  distributeInput,
  distributionsQuery,
  giveInput,
  proposeInput,
  undoInput,
} from './inputs.ts';
import { custodians } from './overview.ts';
import { propose } from './propose.ts';
import { custodiansOut, distributionsOut, proposalOut, undoneOut } from './view.ts';

const assigns = { admits: 'customer.assign', tag: 'Customers in charge' } as const;

/** Which customers are whose: proposed, given, undone (ASGN-01). */
export const custodianRoutes: Route[] = [
  route({
    ...assigns,
    name: 'listCustodians',
    method: 'GET',
    path: '/custodians',
    summary: 'Each specialist with what he can take, what he has and owes, and what he kept and missed in a period',
    query: custodiansQuery,
    answer: custodiansOut,
    handle: (context, { query }) => custodians(context, query),
  }),
  route({
    ...assigns,
    name: 'setAbility',
    method: 'PUT',
    path: '/custodians/:id/ability',
    summary: 'Say how much a specialist can take beside the others; customers are proposed to him by it from then on',
    params: z.object({ id: id('person') }),
    body: abilityInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await setAbility(context, params.id, body);
      return OK;
    },
  }),
  route({
    ...assigns,
    name: 'proposeDistribution',
    method: 'POST',
    path: '/custodian-distributions/propose',
    summary:
      'How customers would be given so that numbers are balanced by what each specialist can take; writes nothing',
    body: proposeInput,
    answer: proposalOut,
    handle: (context, { body }) => propose(context, body),
  }),
  route({
    ...assigns,
    name: 'distributeCustomers',
    method: 'POST',
    path: '/custodian-distributions',
    summary:
      'Give customers to specialists in one act, as proposed or otherwise; each owes a first contact from now on',
    status: 201,
    body: distributeInput,
    answer: z.object({ id: idOut('custodian_distribution') }),
    handle: async (context, { body }) => ({ id: await distribute(context, body) }),
  }),
  route({
    ...assigns,
    name: 'listDistributions',
    method: 'GET',
    path: '/custodian-distributions',
    summary: 'What was given in one act each, the newest first',
    query: distributionsQuery,
    answer: distributionsOut,
    handle: (context, { query }) => listDistributions(context, query),
  }),
  route({
    ...assigns,
    name: 'undoDistribution',
    method: 'POST',
    path: '/custodian-distributions/:id/undo',
    summary: 'Take a distribution back; whoever was contacted meanwhile or given on stays where he is',
    params: z.object({ id: id('custodian_distribution') }),
    body: undoInput,
    answer: undoneOut,
    handle: (context, { params, body }) => undoDistribution(context, params.id, body.why),
  }),
  route({
    ...assigns,
    name: 'giveCustomer',
    method: 'PUT',
    path: '/customers/:id/custodian',
    summary: 'One customer is this specialist’s from now on, or nobody’s',
    params: z.object({ id: id('customer') }),
    body: giveInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await giveCustomer(context, params.id, body);
      return OK;
    },
  }),
];
