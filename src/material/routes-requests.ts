import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { decideRequest } from './commands/decide-request.ts';
import { correctEntry, issueMaterial, receiveMaterial } from './commands/enter.ts';
import { requestMaterial, withdrawRequest } from './commands/request-material.ts';
import { listEntries } from './entries.ts';
import {
  decideRequestInput,
  entriesQuery,
  issueInput,
  receiveInput,
  requestInput,
  requestsQuery,
  whyInput,
} from './inputs.ts';
import { listRequests } from './requests.ts';
import { entriesOut, requestsOut } from './view.ts';

const tag = 'Material';
const ofRequest = z.object({ id: id('material_request') });
const entered = z.object({ id: idOut('material_entry') });
const THING = '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e' as Id<'material'>;

/** Material asked for, approved, received and issued (ASST-06). */
export const materialRequestRoutes: Route[] = [
  route({
    name: 'listMaterialRequests',
    method: 'GET',
    path: '/material-requests',
    admits: 'material.see',
    tag,
    summary: 'What was asked for, the newest first, with what became of it',
    query: requestsQuery,
    answer: requestsOut,
    handle: (context, { query }) => listRequests(context, query),
  }),
  route({
    name: 'requestMaterial',
    method: 'POST',
    path: '/material-requests',
    admits: 'material.request',
    tag,
    summary: 'Ask for material for one’s department; it waits for approval',
    status: 201,
    body: requestInput,
    example: {
      departmentId: THING,
      materialId: THING,
      quantity: 4,
      neededBy: '2026-12-03',
      whatFor: '3栋12层走廊灯管更换',
    },
    answer: z.object({ id: idOut('material_request') }),
    handle: async (context, { body }) => ({ id: await requestMaterial(context, body) }),
  }),
  route({
    name: 'decideMaterialRequest',
    method: 'POST',
    path: '/material-requests/:id/decide',
    admits: 'material.approve',
    tag,
    summary:
      'Approve a request, whole or in part, or refuse it; beyond plan or budget only the post that the house names',
    params: ofRequest,
    body: decideRequestInput,
    answer: done,
    handle: async (context, given) => {
      await decideRequest(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'withdrawMaterialRequest',
    method: 'POST',
    path: '/material-requests/:id/withdraw',
    admits: 'material.request',
    tag,
    summary: 'Withdraw what one asked for, while it waits',
    params: ofRequest,
    body: whyInput,
    answer: done,
    handle: async (context, given) => {
      await withdrawRequest(context, given.params.id, given.body.because);
      return OK;
    },
  }),
  route({
    name: 'listMaterialEntries',
    method: 'GET',
    path: '/material-entries',
    admits: 'material.see',
    tag,
    summary: 'The ledger of material: what came in and what was issued, the newest day first',
    query: entriesQuery,
    answer: entriesOut,
    handle: (context, { query }) => listEntries(context, query),
  }),
  route({
    name: 'receiveMaterial',
    method: 'POST',
    path: '/material-receipts',
    admits: 'material.keep',
    tag,
    summary: 'Material came in, on an approved request or by the plan; what is paid is booked under its budget line',
    status: 201,
    body: receiveInput,
    example: {
      departmentId: THING,
      materialId: THING,
      quantity: 40,
      onDay: '2026-12-02',
      supplier: '南山五金店',
      cost: 68_000,
    },
    answer: entered,
    handle: async (context, { body }) => ({ id: await receiveMaterial(context, body) }),
  }),
  route({
    name: 'issueMaterial',
    method: 'POST',
    path: '/material-issues',
    admits: 'material.keep',
    tag,
    summary: 'Hand material to somebody on an approved request, out of what lies there',
    status: 201,
    body: issueInput,
    answer: entered,
    handle: async (context, { body }) => ({ id: await issueMaterial(context, body) }),
  }),
  route({
    name: 'correctMaterialEntry',
    method: 'POST',
    path: '/material-entries/:id/correct',
    admits: 'material.keep',
    tag,
    summary: 'Take an entry back by a counter entry, and what was booked for it with it',
    params: z.object({ id: id('material_entry') }),
    body: whyInput,
    answer: done,
    handle: async (context, given) => {
      await correctEntry(context, given.params.id, given.body.because);
      return OK;
    },
  }),
];
