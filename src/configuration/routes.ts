import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { line } from '../platform/http/shapes.ts';
import { importConfiguration } from './commands/import-configuration.ts';
import { configurationShape, differencesOf, differencesOut, readConfiguration } from './file.ts';

const tag = 'Configuration';
const file = { configuration: configurationShape };

/** The whole configuration as a file that can be reviewed and compared. */
export const configurationRoutes: Route[] = [
  route({
    name: 'exportConfiguration',
    method: 'GET',
    path: '/configuration',
    admits: 'limit.edit',
    tag,
    summary:
      'Calendars, departments, posts with rights and duties, settings, kinds, plans, services and words, in a stable order',
    answer: configurationShape,
    handle: (context) => readConfiguration(context),
  }),
  route({
    name: 'previewConfiguration',
    method: 'POST',
    path: '/configuration/preview',
    admits: 'limit.edit',
    tag,
    summary: 'What a file would change, what follows, and what speaks against it; changes nothing',
    body: z.strictObject(file),
    answer: differencesOut,
    handle: (context, { body }) => differencesOf(context, body.configuration),
  }),
  route({
    name: 'importConfiguration',
    method: 'PUT',
    path: '/configuration',
    admits: 'limit.edit',
    tag,
    summary: 'Make the house what a file says, in one act, with the reason; refused whole where anything is wrong',
    body: z.strictObject({ ...file, why: line.describe('Why; kept with every version it makes') }),
    answer: z.object({ values: z.number().describe('How many values it changed') }),
    handle: async (context, { body }) => ({ values: await importConfiguration(context, body) }),
  }),
];
