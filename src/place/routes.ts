import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id, idOut } from '../platform/http/shapes.ts';
import { versionOf } from '../platform/journal.ts';
import { addPlace, addPlaces } from './commands/add-places.ts';
import { changePlace, closePlace, reopenPlace } from './commands/change-place.ts';
import {
  addPlaceInput,
  addPlacesInput,
  changePlaceInput,
  closePlaceInput,
  placesQuery,
  reopenPlaceInput,
} from './inputs.ts';
import { listPlaces } from './list.ts';
import { placePage } from './page.ts';
import { placePageOut, placesOut, placeVersionOut } from './view.ts';

const params = z.object({ id: id('place') });
const tag = 'Places';

async function placeVersion(context: Context, placeId: string): Promise<z.infer<typeof placeVersionOut>> {
  return { id: placeId, version: await versionOf(context.tx, placeId) };
}

export const placeRoutes: Route[] = [
  route({
    name: 'listPlaces',
    method: 'GET',
    path: '/places',
    admits: 'place.see',
    tag,
    summary: 'One level of the tree: the estates, or what stands in a place',
    query: placesQuery,
    answer: placesOut,
    handle: (context, { query }) => listPlaces(context, query),
  }),
  route({
    name: 'placePage',
    method: 'GET',
    path: '/places/:id',
    admits: 'place.see',
    tag,
    summary: 'A place: who lives there, what went wrong there and next door',
    params,
    answer: placePageOut,
    handle: (context, given) => placePage(context, given.params.id),
  }),
  route({
    name: 'addPlace',
    method: 'POST',
    path: '/places',
    admits: 'place.edit',
    tag,
    summary: 'Add a place',
    status: 201,
    body: addPlaceInput,
    answer: placeVersionOut,
    handle: async (context, { body }) => placeVersion(context, await addPlace(context, body)),
  }),
  route({
    name: 'addPlaces',
    method: 'POST',
    path: '/places/several',
    admits: 'place.edit',
    tag,
    summary: 'Add many places at once, parents first; all of them or none',
    status: 201,
    body: addPlacesInput,
    answer: z.object({ ids: z.array(idOut('place')).describe('In the order they were given') }),
    handle: async (context, { body }) => ({ ids: await addPlaces(context, body.places) }),
  }),
  route({
    name: 'changePlace',
    method: 'PATCH',
    path: '/places/:id',
    admits: 'place.edit',
    tag,
    summary: 'Correct what is known about a place',
    params,
    body: changePlaceInput,
    answer: placeVersionOut,
    handle: async (context, given) => {
      await changePlace(context, given.params.id, given.body);
      return placeVersion(context, given.params.id);
    },
  }),
  route({
    name: 'closePlace',
    method: 'POST',
    path: '/places/:id/close',
    admits: 'place.edit',
    tag,
    summary: 'It is there no more; its history stays',
    params,
    body: closePlaceInput,
    answer: placeVersionOut,
    handle: async (context, given) => {
      await closePlace(context, given.params.id, given.body);
      return placeVersion(context, given.params.id);
    },
  }),
  route({
    name: 'reopenPlace',
    method: 'POST',
    path: '/places/:id/reopen',
    admits: 'place.edit',
    tag,
    summary: 'It was closed by mistake',
    params,
    body: reopenPlaceInput,
    answer: placeVersionOut,
    handle: async (context, given) => {
      await reopenPlace(context, given.params.id, given.body);
      return placeVersion(context, given.params.id);
    },
  }),
];
