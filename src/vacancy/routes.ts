import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { endVacancy } from './commands/end-vacancy.ts';
import { listVacant } from './commands/list-vacant.ts';
import { endVacancyInput, listVacantInput, vacanciesQuery } from './inputs.ts';
import { listVacancies } from './list.ts';
import { unlistedUnits } from './unlisted.ts';
import { listedOut, unlistedOut, vacanciesOut } from './view.ts';

const tag = 'Vacant units';

/** The list of vacant units, whose inspections are rounds of a checklist (PTRL-06). */
export const vacancyRoutes: Route[] = [
  route({
    name: 'listVacancies',
    method: 'GET',
    path: '/vacancies',
    admits: 'place.see',
    tag,
    summary: 'Vacant units with the dates of their inspections, the one that stands empty longest first',
    query: vacanciesQuery,
    answer: vacanciesOut,
    handle: (context, { query }) => listVacancies(context, query),
  }),
  route({
    name: 'listUnlistedUnits',
    method: 'GET',
    path: '/vacancies/unlisted',
    admits: 'place.see',
    tag,
    summary: 'Units with nobody on file as living or working there that are not on the list',
    answer: unlistedOut,
    handle: (context) => unlistedUnits(context),
  }),
  route({
    name: 'listVacant',
    method: 'POST',
    path: '/vacancies',
    admits: 'customer.edit',
    tag,
    summary: 'Put a unit on the list of vacant units; its inspections begin',
    status: 201,
    body: listVacantInput,
    example: { placeId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e', since: '2026-09-01', reason: 'moved_out' },
    answer: listedOut,
    handle: async (context, { body }) => ({ id: await listVacant(context, body) }),
  }),
  route({
    name: 'endVacancy',
    method: 'POST',
    path: '/vacancies/:id/end',
    admits: 'customer.edit',
    tag,
    summary: 'Take a unit off the list; inspections ahead are not owed any more',
    about: 'It comes off by itself as a resident, tenant or user is on file there, and as the unit is given up.',
    params: z.object({ id: id('vacancy') }),
    body: endVacancyInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await endVacancy(context, params.id, body);
      return OK;
    },
  }),
];
