import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { changed, changedOut, ticketParams } from '../ticket/answer.ts';
import { planProposal, realiseProposal } from './commands/carry-out.ts';
import { answerForDepartment, passOn } from './commands/pass-on.ts';
import * as inputs from './inputs.ts';
import { countProposals, listProposals } from './list.ts';
import { proposalPage } from './page.ts';
import { proposalCountsOut, proposalOut, proposalsOut } from './view.ts';

const tag = 'Proposals';
const act = { method: 'POST' as const, tag, params: ticketParams, answer: changedOut };

const reads: Route[] = [
  route({
    name: 'listProposals',
    method: 'GET',
    path: '/proposals',
    admits: 'ticket.see',
    tag,
    summary: 'The register of suggestions and proposals, the newest first',
    query: inputs.proposalsQuery,
    answer: proposalsOut,
    handle: (context, { query }) => listProposals(context, query),
  }),
  route({
    name: 'countProposals',
    method: 'GET',
    path: '/proposals/counts',
    admits: 'ticket.see',
    tag,
    summary: 'How many suggestions stand where',
    query: inputs.countQuery,
    answer: proposalCountsOut,
    handle: (context, { query }) => countProposals(context, query),
  }),
  route({
    name: 'readProposal',
    method: 'GET',
    path: '/tickets/:id/proposal',
    admits: 'ticket.see',
    tag,
    summary: 'Whom a suggestion was passed to, what became of it, and who carries it out',
    params: ticketParams,
    answer: proposalOut,
    handle: (context, { params }) => proposalPage(context, params.id),
  }),
];

const acts: Route[] = [
  route({
    ...act,
    name: 'passProposal',
    path: '/tickets/:id/proposal/pass',
    admits: 'ticket.handle',
    summary: 'Pass a suggestion to the department it concerns',
    about: 'Its head owes an answer from then on, within the limit of the house.',
    body: inputs.passInput,
    handle: async (context, { params, body }) => {
      await passOn(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'answerProposal',
    path: '/tickets/:id/proposal/answer',
    admits: 'rectification.answer',
    summary: 'Say for the department what becomes of a suggestion',
    body: inputs.departmentAnswerInput,
    handle: async (context, { params, body }) => {
      await answerForDepartment(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'planProposal',
    path: '/tickets/:id/proposal/plan',
    admits: 'ticket.handle',
    summary: 'Plan who carries out a proposal, and by when',
    body: inputs.planInput,
    handle: async (context, { params, body }) => {
      await planProposal(context, params.id, body);
      return changed(context, params.id);
    },
  }),
  route({
    ...act,
    name: 'realiseProposal',
    path: '/tickets/:id/proposal/realise',
    admits: 'ticket.see',
    summary: 'A proposal was carried out',
    body: inputs.realisedInput,
    handle: async (context, { params, body }) => {
      await realiseProposal(context, params.id, body);
      return changed(context, params.id);
    },
  }),
];

/** Suggestions through the department concerned (CONS-08) and proposals through review, evaluation and realisation (CONS-09). */
export const proposalRoutes: Route[] = [...reads, ...acts];
