import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { changeCentre } from '../commands/change-centre.ts';
import { centresOut, listCentres } from '../departments-view.ts';
import { changeCentreInput } from '../inputs.ts';
import { centreVersions, versionsOut } from '../versions-view.ts';

const tag = 'Organisation';

/** Where a centre is reached, and what its page says. */
export const centreRoutes: Route[] = [
  route({
    name: 'listCentres',
    method: 'GET',
    path: '/centres',
    admits: 'signed-in',
    token: 'any',
    tag,
    summary: 'Centres: where they are reached, and by which hours they receive',
    answer: centresOut,
    handle: (context) => listCentres(context),
  }),
  route({
    name: 'changeCentre',
    method: 'PATCH',
    path: '/centres/:id',
    admits: 'people.edit',
    tag,
    summary: 'Change where a centre is reached, its reception hours, and what its page for customers says',
    params: z.object({ id: id('centre') }),
    body: changeCentreInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await changeCentre(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'centreVersions',
    method: 'GET',
    path: '/centres/:id/versions',
    admits: 'people.edit',
    tag,
    summary: 'What a centre told its customers before, with who changed it and why',
    params: z.object({ id: id('centre') }),
    answer: versionsOut,
    handle: (context, { params }) => centreVersions(context, params.id),
  }),
];
