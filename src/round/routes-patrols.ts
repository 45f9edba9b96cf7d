import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { beginPatrol } from './commands/begin-patrol.ts';
import { listRoundFindings } from './findings.ts';
import { beginPatrolInput, findingsQuery } from './inputs.ts';
import { listPatrols } from './patrols.ts';
import { begunPatrolOut, patrolsOut, roundFindingsOut } from './view-findings.ts';

const tag = 'Checklists';

/** Patrols that nobody planned, and what was found on rounds with what was done about it (PTRL-01, PTRL-03). */
export const patrolRoutes: Route[] = [
  route({
    name: 'listPatrols',
    method: 'GET',
    path: '/patrols',
    admits: 'commitment.see',
    tag,
    summary: 'Checklists that are walked unplanned, and whether I may begin one',
    answer: patrolsOut,
    handle: (context) => listPatrols(context),
  }),
  route({
    name: 'beginPatrol',
    method: 'POST',
    path: '/patrols',
    admits: 'commitment.see',
    tag,
    summary: 'Begin a patrol that was not planned',
    about: 'It is a round of whoever begins it, to be completed on the same day.',
    status: 201,
    body: beginPatrolInput,
    example: { planId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e' },
    answer: begunPatrolOut,
    handle: async (context, { body }) => ({ id: await beginPatrol(context, body) }),
  }),
  route({
    name: 'listRoundFindings',
    method: 'GET',
    path: '/round-findings',
    admits: 'commitment.see',
    tag,
    summary: 'What was out of order on rounds, what was done about it, and what departments answered; the newest first',
    query: findingsQuery,
    answer: roundFindingsOut,
    handle: (context, { query }) => listRoundFindings(context, query),
  }),
];
