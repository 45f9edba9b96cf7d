import { z } from 'zod';
import { actingPerson } from '../../platform/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { endAbsence } from '../commands/end-absence.ts';
import { reportAbsence } from '../commands/report-absence.ts';
import { setDuty } from '../commands/set-duty.ts';
import { reportAbsenceInput, setDutyInput } from '../inputs.ts';

const params = z.object({ id: id('person') });
const tag = 'Duty';

export const dutyRoutes: Route[] = [
  route({
    name: 'setOwnDuty',
    method: 'POST',
    path: '/me/duty',
    admits: 'signed-in',
    tag,
    summary: 'Go on or off duty; the last one at a post that is never empty names who covers',
    body: setDutyInput,
    answer: done,
    handle: async (context, { body }) => {
      await setDuty(context, actingPerson(context), body);
      return OK;
    },
  }),
  route({
    name: 'setDuty',
    method: 'POST',
    path: '/people/:id/duty',
    admits: 'people.edit',
    tag,
    summary: 'Put somebody on or off duty',
    params,
    body: setDutyInput,
    answer: done,
    handle: async (context, { params: { id: personId }, body }) => {
      await setDuty(context, personId, body);
      return OK;
    },
  }),
  route({
    name: 'reportAbsence',
    method: 'POST',
    path: '/people/:id/absences',
    admits: 'signed-in',
    token: ['people.edit', 'ticket.assign'],
    tag,
    summary: 'Report an absence, and who takes over what is open',
    status: 201,
    params,
    body: reportAbsenceInput,
    answer: done,
    handle: async (context, { params: { id: personId }, body }) => {
      await reportAbsence(context, personId, body);
      return OK;
    },
  }),
  route({
    name: 'endAbsence',
    method: 'POST',
    path: '/absences/:id/end',
    admits: 'signed-in',
    token: ['people.edit', 'ticket.assign'],
    tag,
    summary: 'Back earlier, or not going after all',
    params: z.object({ id: id('absence') }),
    answer: done,
    handle: async (context, { params: { id: absenceId } }) => {
      await endAbsence(context, absenceId);
      return OK;
    },
  }),
];
