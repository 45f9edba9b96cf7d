import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { versionOut } from '../platform/http/shapes.ts';
import { cannedOut, readCanned } from './canned-view.ts';
import { changeCanned } from './commands/change-canned.ts';
import { changeCannedInput } from './inputs.ts';

/** What callers bring most often. */
export const cannedRoutes: Route[] = [
  route({
    name: 'readCanned',
    method: 'GET',
    path: '/desk/canned',
    admits: 'limit.edit',
    tag: 'Front desk',
    summary: 'The requests on the keys of the front desk, and what came most often in the last 90 days',
    answer: cannedOut,
    handle: readCanned,
  }),
  route({
    name: 'changeCanned',
    method: 'PUT',
    path: '/desk/canned',
    admits: 'limit.edit',
    tag: 'Front desk',
    summary: 'Put other requests on the keys of the front desk, with the reason',
    body: changeCannedInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeCanned(context, body) }),
  }),
];
