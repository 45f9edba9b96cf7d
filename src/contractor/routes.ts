import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { listChecks, listContractorDues } from './checks.ts';
import { followUp } from './commands/follow-up.ts';
import { recordCheck } from './commands/record-check.ts';
import { changeContractor, keepContractor } from './commands/write-contractor.ts';
import { listContractors, readContractor, readContractorServices } from './contractors.ts';
import { listFaults } from './faults.ts';
import { contractorFigures } from './figures.ts';
import {
  changeContractorInput,
  checkInput,
  checksQuery,
  contractorDuesQuery,
  contractorFiguresQuery,
  contractorInput,
  contractorsQuery,
  faultsQuery,
  followUpInput,
} from './inputs.ts';
import {
  checksOut,
  contractorDuesOut,
  contractorFiguresOut,
  contractorOut,
  contractorServicesOut,
  contractorsOut,
  faultsOut,
} from './view.ts';

const ofContractor = z.object({ id: id('contractor') });
const ofFault = z.object({ id: id('contractor_fault') });
const tag = 'Contractors';
const read = { tag, admits: 'rectification.see', method: 'GET' } as const;
const write = { tag, admits: 'contractor.judge' } as const;

const reads: Route[] = [
  route({
    ...read,
    name: 'listContractors',
    path: '/contractors',
    summary: 'Contractors by name, with the last check, the next one owed, and what is not mended',
    query: contractorsQuery,
    answer: contractorsOut,
    handle: (context, { query }) => listContractors(context, query),
  }),
  route({
    ...read,
    name: 'readContractorServices',
    path: '/contractor-services',
    summary: 'The services that contractors do, and what a check of each looks at',
    answer: contractorServicesOut,
    handle: (context) => readContractorServices(context),
  }),
  route({
    ...read,
    name: 'readContractor',
    path: '/contractors/:id',
    summary: 'One contractor as it is kept',
    params: ofContractor,
    answer: contractorOut,
    handle: (context, { params }) => readContractor(context, params.id),
  }),
  route({
    ...read,
    name: 'listContractorChecks',
    path: '/contractor-checks',
    summary: 'Checks of contractors with each point, the newest first',
    query: checksQuery,
    answer: checksOut,
    handle: (context, { query }) => listChecks(context, query),
  }),
  route({
    ...read,
    name: 'listContractorDues',
    path: '/contractor-dues',
    summary: 'Checks owed period by period: kept, kept late, missed or to come',
    query: contractorDuesQuery,
    answer: contractorDuesOut,
    handle: (context, { query }) => listContractorDues(context, query),
  }),
  route({
    ...read,
    name: 'listContractorFaults',
    path: '/contractor-faults',
    summary: 'What was not conform, the improvement asked, and what became of it',
    query: faultsQuery,
    answer: faultsOut,
    handle: (context, { query }) => listFaults(context, query),
  }),
  route({
    ...read,
    name: 'contractorFigures',
    path: '/contractor-figures',
    summary: 'What a period says of each contractor; each figure counts what the lists show',
    query: contractorFiguresQuery,
    answer: contractorFiguresOut,
    handle: (context, { query }) => contractorFigures(context, query),
  }),
];

const writes: Route[] = [
  route({
    ...write,
    name: 'keepContractor',
    method: 'POST',
    path: '/contractors',
    summary: 'Keep a contractor; its checks are owed from now on',
    status: 201,
    body: contractorInput,
    answer: z.object({ id: idOut('contractor') }),
    handle: async (context, { body }) => ({ id: await keepContractor(context, body) }),
  }),
  route({
    ...write,
    name: 'changeContractor',
    method: 'PUT',
    path: '/contractors/:id',
    summary: 'Correct what is kept of a contractor, or say that it does nothing here any more',
    params: ofContractor,
    body: changeContractorInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await changeContractor(context, params.id, body);
      return OK;
    },
  }),
  route({
    ...write,
    name: 'checkContractor',
    method: 'POST',
    path: '/contractors/:id/checks',
    summary: 'Record a check point by point; what fails asks for an improvement by a day',
    params: ofContractor,
    status: 201,
    body: checkInput,
    answer: z.object({ id: idOut('contractor_check') }),
    handle: async (context, { params, body }) => ({ id: await recordCheck(context, params.id, body) }),
  }),
  route({
    ...write,
    name: 'followUpContractorFault',
    method: 'POST',
    path: '/contractor-faults/:id/follow-ups',
    summary: 'Say what was found when somebody looked again: mended, or another day',
    params: ofFault,
    status: 201,
    body: followUpInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await followUp(context, params.id, body);
      return OK;
    },
  }),
];

/** Contractors of services: their register, checks at their interval, what is not conform and what was mended (EXTR-06). */
export const contractorRoutes: Route[] = [...reads, ...writes];
