import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { decideBreach, recordBreach, stateBreach } from './commands/record-breach.ts';
import { recordFinding, withdrawFinding } from './commands/record-finding.ts';
import {
  decideBreachInput,
  recordBreachInput,
  recordFindingInput,
  recordsQuery,
  stateBreachInput,
  withdrawInput,
} from './inputs.ts';
import { STAFF_RIGHTS } from './reach.ts';
import { listRecords } from './records.ts';
import { recordsOut } from './view-records.ts';

const tag = 'Staff';
const member = z.object({ id: id('person') });
const breach = z.object({ id: id('staff_breach') });

/** What stands in the files: findings and breaches of discipline, beside assessments and moves. */
export const personnelRecordRoutes: Route[] = [
  route({
    name: 'listStaffRecords',
    method: 'GET',
    path: '/staff/records',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'What stands in the files one may read, the newest first; of one member it is his timeline',
    query: recordsQuery,
    answer: recordsOut,
    looks: ({ items }) => [...new Set(items.map(({ person }) => person.id))].map((memberId) => ({ memberId })),
    handle: (context, { query }) => listRecords(context, query),
  }),
  route({
    name: 'recordStaffFinding',
    method: 'POST',
    path: '/staff/members/:id/findings',
    admits: 'signed-in',
    token: ['staff.assess', 'staff.see'],
    tag,
    summary: 'Record what supervision or an inspection found of somebody; for whoever assesses him or keeps the files',
    status: 201,
    params: member,
    body: recordFindingInput,
    answer: z.object({ id: idOut('staff finding') }),
    handle: async (context, { params, body }) => ({ id: await recordFinding(context, params.id, body) }),
  }),
  route({
    name: 'withdrawStaffFinding',
    method: 'POST',
    path: '/staff/findings/:id/withdraw',
    admits: 'signed-in',
    token: ['staff.assess', 'staff.see'],
    tag,
    summary: 'Mark a finding as recorded in error, with the reason; it stays',
    params: z.object({ id: id('staff_finding') }),
    body: withdrawInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await withdrawFinding(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'recordStaffBreach',
    method: 'POST',
    path: '/staff/members/:id/breaches',
    admits: 'signed-in',
    token: ['staff.assess', 'staff.see'],
    tag,
    summary: 'Record a breach of discipline: rule, facts, and what he says where it was taken down',
    status: 201,
    params: member,
    body: recordBreachInput,
    answer: z.object({ id: idOut('staff breach') }),
    handle: async (context, { params, body }) => ({ id: await recordBreach(context, params.id, body) }),
  }),
  route({
    name: 'stateStaffBreach',
    method: 'POST',
    path: '/staff/breaches/:id/statement',
    admits: 'signed-in',
    token: ['staff.assess', 'staff.see'],
    tag,
    summary: 'Say what happened: the member himself, or whoever takes it down; once',
    params: breach,
    body: stateBreachInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await stateBreach(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'decideStaffBreach',
    method: 'POST',
    path: '/staff/breaches/:id/decide',
    admits: 'signed-in',
    token: ['staff.propose', 'staff.decide'],
    tag,
    summary: 'Decide what follows a breach, once he was heard',
    params: breach,
    body: decideBreachInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await decideBreach(context, params.id, body);
      return OK;
    },
  }),
];
