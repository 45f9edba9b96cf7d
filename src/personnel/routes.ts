import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK, versionOut } from '../platform/http/shapes.ts';
import { can } from '../organisation/can.ts';
import { listAssessments, readAssessment } from './assessments.ts';
import { changeRules } from './commands/change-rules.ts';
import { confirmAssessment, submitAssessment } from './commands/submit-assessment.ts';
import {
  assessmentsQuery,
  changeRulesInput,
  confirmAssessmentInput,
  looksQuery,
  membersQuery,
  resultsQuery,
  submitAssessmentInput,
} from './inputs.ts';
import { listMemberLooks } from './looks.ts';
import { listMembers, readFile } from './members.ts';
import { STAFF_RIGHTS } from './reach.ts';
import { readResults } from './results.ts';
import { personnelMoveRoutes } from './routes-moves.ts';
import { personnelRecordRoutes } from './routes-records.ts';
import { rulesOf } from './rules.ts';
import { readStructure } from './structure.ts';
import {
  assessmentOut,
  assessmentsOut,
  fileOut,
  memberLooksOut,
  membersOut,
  resultsOut,
  rulesOut,
  structureOut,
} from './view.ts';

const tag = 'Staff';
const member = z.object({ id: id('person') });
const assessment = z.object({ id: id('staff_assessment') });

/** The files of those who work here: visible to whom they concern. */
export const personnelRoutes: Route[] = [
  route({
    name: 'listMembers',
    method: 'GET',
    path: '/staff/members',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary:
      'Members of staff whose files one may read, with the last assessment and the next due; one’s own is not among them',
    query: membersQuery,
    answer: membersOut,
    handle: (context, { query }) => listMembers(context, query),
  }),
  route({
    name: 'readStaffFile',
    method: 'GET',
    path: '/staff/members/:id',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'The file of a member: one’s own, or one in reach; it is kept who looked',
    params: member,
    answer: fileOut,
    looks: ({ person }) => [{ memberId: person.id }],
    handle: (context, { params }) => readFile(context, params.id),
  }),
  route({
    name: 'listMemberLooks',
    method: 'GET',
    path: '/staff/members/:id/looks',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'Who looked into a file: for the member himself, and for whoever keeps the files',
    params: member,
    query: looksQuery,
    answer: memberLooksOut,
    handle: (context, { params, query }) => listMemberLooks(context, params.id, query),
  }),
  route({
    name: 'listAssessments',
    method: 'GET',
    path: '/staff/assessments',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'Assessments owed and given, of oneself and of those in reach',
    query: assessmentsQuery,
    answer: assessmentsOut,
    handle: (context, { query }) => listAssessments(context, query),
  }),
  route({
    name: 'readAssessment',
    method: 'GET',
    path: '/staff/assessments/:id',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'One assessment, indicator by indicator',
    params: assessment,
    answer: assessmentOut,
    looks: ({ person }) => [{ memberId: person.id }],
    handle: (context, { params }) => readAssessment(context, params.id),
  }),
  route({
    name: 'submitAssessment',
    method: 'POST',
    path: '/staff/assessments/:id/submit',
    admits: 'staff.assess',
    tag,
    summary: 'Score somebody’s work of a period that is over; it is not changed afterwards',
    params: assessment,
    body: submitAssessmentInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await submitAssessment(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'confirmAssessment',
    method: 'POST',
    path: '/staff/assessments/:id/confirm',
    admits: 'signed-in',
    tag,
    summary: 'Say that you have read your assessment, and what you say to it',
    params: assessment,
    body: confirmAssessmentInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await confirmAssessment(context, params.id, body);
      return OK;
    },
  }),
  ...personnelRecordRoutes,
  ...personnelMoveRoutes,
  route({
    name: 'readStaffResults',
    method: 'GET',
    path: '/staff/results',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'Weighted scores by member and period, and how regularly assessments are made',
    query: resultsQuery,
    answer: resultsOut,
    handle: (context, { query }) => readResults(context, query),
  }),
  route({
    name: 'readStructure',
    method: 'GET',
    path: '/staff/structure',
    admits: 'signed-in',
    token: STAFF_RIGHTS,
    tag,
    summary: 'Posts by department with duties, scheme, holders and vacancies; for whoever reads files',
    answer: structureOut,
    handle: (context) => readStructure(context),
  }),
  route({
    name: 'readStaffRules',
    method: 'GET',
    path: '/staff/rules',
    admits: 'signed-in',
    token: [...STAFF_RIGHTS, 'limit.edit'],
    tag,
    summary: 'How staff are assessed here, and what else their files go by',
    answer: rulesOut,
    handle: async (context) => {
      const { version, assessments, personnel } = await rulesOf(context);
      return {
        version,
        assessments: [...assessments],
        personnel,
        can: { change: can(context.actor, 'limit.edit', {}) },
      };
    },
  }),
  route({
    name: 'changeStaffRules',
    method: 'PUT',
    path: '/staff/rules',
    admits: 'limit.edit',
    tag,
    summary: 'Change how staff are assessed, with the reason; what is over is owed as it began',
    body: changeRulesInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeRules(context, body) }),
  }),
];
