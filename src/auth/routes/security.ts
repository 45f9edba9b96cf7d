import { z } from 'zod';
import { route } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import { line, versionOut, versionRequired } from '../../platform/http/shapes.ts';
import { changeSecurity } from '../commands/change-security.ts';
import { securityShape } from '../security.ts';
import { readSecurity, securityOut } from '../security-view.ts';

const tag = 'Security';

/** What is asked of everybody who signs in. */
export const securityRoutes: Route[] = [
  route({
    name: 'readSecurity',
    method: 'GET',
    path: '/security',
    admits: 'people.edit',
    tag,
    summary: 'What is asked of whoever signs in',
    answer: securityOut,
    handle: readSecurity,
  }),
  route({
    name: 'changeSecurity',
    method: 'PUT',
    path: '/security',
    admits: 'people.edit',
    tag,
    summary: 'A new version of what is asked of whoever signs in, with the reason',
    body: z.strictObject({
      security: securityShape.describe('All of it, as it is to hold from now on'),
      seen: versionRequired,
      why: line.describe('Why it is changed'),
    }),
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeSecurity(context, body) }),
  }),
];
