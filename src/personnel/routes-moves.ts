import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { decideMove, withdrawMove } from './commands/decide-move.ts';
import { retryMove } from './commands/give-effect.ts';
import { appoint, proposeMove } from './commands/propose-move.ts';
import { decideMoveInput, movesQuery, proposeMoveInput } from './inputs.ts';
import { listMoves, readMove } from './moves.ts';
import { STAFF_RIGHTS } from './reach.ts';
import { moveOut, movesOut } from './view-records.ts';

const tag = 'Staff';
const params = z.object({ id: id('staff_move') });
const answer = z.object({ id: idOut('staff move') });

/** Who is to stand where: proposals, decisions, and the register of appointments and removals. */
export const personnelMoveRoutes: Route[] = [
  route({
    name: 'listMoves',
    method: 'GET',
    path: '/staff/moves',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'Proposals, and the register of appointments and removals; of oneself only what was decided',
    query: movesQuery,
    answer: movesOut,
    handle: (context, { query }) => listMoves(context, query),
  }),
  route({
    name: 'readMove',
    method: 'GET',
    path: '/staff/moves/:id',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'One proposal or appointment, and the records it rests on',
    params,
    answer: moveOut,
    looks: ({ person }) => [{ memberId: person.id }],
    handle: (context, { params: { id: moveId } }) => readMove(context, moveId),
  }),
  route({
    name: 'proposeMove',
    method: 'POST',
    path: '/staff/moves',
    admits: 'staff.propose',
    tag,
    summary: 'Propose a promotion, demotion, appointment or removal to the company',
    status: 201,
    body: proposeMoveInput,
    answer,
    handle: async (context, { body }) => ({ id: await proposeMove(context, body) }),
  }),
  route({
    name: 'appoint',
    method: 'POST',
    path: '/staff/appointments',
    admits: 'staff.decide',
    tag,
    summary: 'Appoint or remove somebody oneself, within one’s department or for the company',
    about: 'It holds from its day: the post is given and the former one taken then, or at once where the day has come.',
    status: 201,
    body: proposeMoveInput,
    answer,
    handle: async (context, { body }) => ({ id: await appoint(context, body) }),
  }),
  route({
    name: 'decideMove',
    method: 'POST',
    path: '/staff/moves/:id/decide',
    admits: 'staff.decide',
    tag,
    summary: 'Approve or refuse what is proposed; approved it holds from its day, decided late at once',
    params,
    body: decideMoveInput,
    answer: done,
    handle: async (context, { params: { id: moveId }, body }) => {
      await decideMove(context, moveId, body);
      return OK;
    },
  }),
  route({
    name: 'withdrawMove',
    method: 'POST',
    path: '/staff/moves/:id/withdraw',
    admits: 'staff.propose',
    tag,
    summary: 'Take back what one proposed, while it is not decided',
    params,
    answer: done,
    handle: async (context, { params: { id: moveId } }) => {
      await withdrawMove(context, moveId);
      return OK;
    },
  }),
  route({
    name: 'retryMove',
    method: 'POST',
    path: '/staff/moves/:id/retry',
    admits: 'staff.decide',
    tag,
    summary: 'Try once more to give effect to what the house refused on its day',
    params,
    answer: done,
    handle: async (context, { params: { id: moveId } }) => {
      await retryMove(context, moveId);
      return OK;
    },
  }),
];
