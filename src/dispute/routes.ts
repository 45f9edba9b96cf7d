import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import { changed, changedOut, ticketParams } from '../ticket/answer.ts';
import { addParty, removeParty } from './commands/change-parties.ts';
import { agree, refer, takeOutcomeBack } from './commands/end-dispute.ts';
import { checkAgreement, confirmAgreement } from './commands/look-after.ts';
import { recordAttempt } from './commands/mediate.ts';
import { takeStatement } from './commands/take-statement.ts';
import * as inputs from './inputs.ts';
import { disputesQuery, listDisputes } from './list.ts';
import { disputePage } from './page.ts';
import { disputeOut, disputesOut } from './view.ts';

const tag = 'Disputes';
const act = {
  method: 'POST' as const,
  admits: 'ticket.handle' as const,
  tag,
  params: ticketParams,
  answer: changedOut,
};

const reads: Route[] = [
  route({
    name: 'listDisputes',
    method: 'GET',
    path: '/disputes',
    admits: 'ticket.see',
    tag,
    summary: 'Disputes between households, the newest first',
    query: disputesQuery,
    answer: disputesOut,
    handle: (context, { query }) => listDisputes(context, query),
  }),
  route({
    name: 'readDispute',
    method: 'GET',
    path: '/tickets/:id/dispute',
    admits: 'ticket.see',
    tag,
    summary: 'Parties, statements, attempts and what came of it',
    about: 'With `for` it is the record as that party may have it: what another side said in confidence is left out.',
    params: ticketParams,
    query: inputs.disputeQuery,
    answer: disputeOut,
    handle: (context, { params, query }) => disputePage(context, params.id, query.for),
  }),
];

const mediation: Route[] = [
  route({
    ...act,
    name: 'addParty',
    path: '/tickets/:id/dispute/parties',
    summary: 'Add a party to the dispute',
    body: inputs.partyInput,
    handle: async (context, { params, body }) => {
      await addParty(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'removeParty',
    method: 'DELETE',
    path: '/tickets/:id/dispute/parties/:partyId',
    summary: 'Take out a party that was entered by mistake',
    params: z.object({ ...ticketParams.shape, partyId: id('dispute_party') }),
    handle: async (context, { params }) => {
      await removeParty(context, params.id, params.partyId);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'takeStatement',
    path: '/tickets/:id/dispute/statements',
    summary: "Take down one side's statement",
    body: inputs.statementInput,
    handle: async (context, { params, body }) => {
      await takeStatement(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'recordMediation',
    path: '/tickets/:id/dispute/attempts',
    summary: 'Record an attempt at mediation, and when they meet again',
    body: inputs.attemptInput,
    handle: async (context, { params, body }) => {
      await recordAttempt(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];

const ending: Route[] = [
  route({
    ...act,
    name: 'recordAgreement',
    path: '/tickets/:id/dispute/agreement',
    summary: 'Write down what the parties agreed',
    body: inputs.agreementInput,
    handle: async (context, { params, body }) => {
      await agree(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'referDispute',
    path: '/tickets/:id/dispute/referral',
    summary: 'Refer the dispute to somebody else, with its papers',
    body: inputs.referralInput,
    handle: async (context, { params, body }) => {
      await refer(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'takeOutcomeBack',
    path: '/tickets/:id/dispute/take-back',
    summary: 'Take agreement or referral back; mediation goes on',
    body: inputs.takeBackInput,
    handle: async (context, { params }) => {
      await takeOutcomeBack(context, params.id);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'confirmAgreement',
    path: '/tickets/:id/dispute/confirmations',
    summary: 'A party confirms the agreement',
    about: 'With the last party the follow-up visit is owed, by the date that was agreed.',
    body: inputs.confirmationInput,
    handle: async (context, { params, body }) => {
      await confirmAgreement(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'checkAgreement',
    path: '/tickets/:id/dispute/check',
    summary: 'Say whether the agreement holds',
    body: inputs.checkInput,
    handle: async (context, { params, body }) => {
      await checkAgreement(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];

/** Disputes between households and their mediation (COMP-15). */
export const disputeRoutes: Route[] = [...reads, ...mediation, ...ending];
