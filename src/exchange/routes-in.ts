import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { importFile } from './commands/import-file.ts';
import { previewImport, runImport, stopImport, undoImport } from './commands/steer-import.ts';
import { exampleOf } from './in/example.ts';
import {
  importPageOut,
  importRowsOut,
  importRowsQuery,
  importsOut,
  importsQuery,
  listKey,
  listsInOut,
  previewInput,
  sendInQuery,
} from './in/inputs.ts';
import { LISTS_IN_BY_RIGHT } from './in/keys.ts';
import { listIn } from './in/lists-in.ts';
import { listImports } from './in/imports.ts';
import { importRows, listsInFor, readImport } from './in/queries.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST = 20 * MEGABYTE;
const tag = 'Lists';
const params = z.object({ id: id('import') });
const listParams = z.object({ list: listKey });
/** A token is good for the list it may edit; which that is, is asked inside. */
const token = [...new Set(Object.values(LISTS_IN_BY_RIGHT))];
const common = { admits: 'signed-in', token, tag } as const;

const READS: Route[] = [
  route({
    ...common,
    name: 'listsIn',
    method: 'GET',
    path: '/lists/in',
    summary: 'Which lists can be sent in, and what a column of theirs can hold',
    answer: listsInOut,
    handle: async (context) => listsInFor(context),
  }),
  route({
    ...common,
    name: 'exampleOfListIn',
    method: 'GET',
    path: '/lists/in/:list/example',
    summary: 'A file as it may come in: all columns in your language, and two rows',
    params: listParams,
    query: z.strictObject({ format: z.enum(['csv', 'xlsx']).default('xlsx').describe('As which it is wanted') }),
    sends: 'file',
    answer: z.unknown(),
    handle: (context, given) => exampleOf(context, given.params.list, given.query),
  }),
  route({
    ...common,
    name: 'listImports',
    method: 'GET',
    path: '/imports',
    summary: 'Files you sent in, the newest first; all of them for whoever manages the exchange',
    query: importsQuery,
    answer: importsOut,
    handle: (context, { query }) => listImports(context, query),
  }),
  route({
    ...common,
    name: 'readImport',
    method: 'GET',
    path: '/imports/:id',
    summary: 'One file: its columns, how far it has come, and what came of its rows',
    params,
    answer: importPageOut,
    handle: (context, given) => readImport(context, given.params.id),
  }),
  route({
    ...common,
    name: 'importRows',
    method: 'GET',
    path: '/imports/:id/rows',
    summary: 'Its rows, each with what comes of it, and why it is refused at which cell',
    params,
    query: importRowsQuery,
    answer: importRowsOut,
    handle: (context, given) => importRows(context, given.params.id, given.query),
  }),
];

const SEND = route({
  ...common,
  name: 'sendListIn',
  method: 'POST',
  path: '/lists/in/:list',
  summary: 'Send a list in as a CSV or XLSX file, as the body of the request',
  about:
    'The encoding (UTF-8, GB18030) and the separator are found out, columns are guessed from the headers. Nothing of the list is touched: look at it with POST /imports/{id}/preview, then take it with POST /imports/{id}/run.',
  status: 201,
  accepts: { bytes: LARGEST },
  params: listParams,
  query: sendInQuery,
  answer: importPageOut,
  handle: async (context, { params: { list }, query, file }) => {
    await importFile(context, listIn(list), { ...query, bytes: file! });
    return readImport(context, query.id);
  },
});

function steer(
  name: string,
  way: string,
  summary: string,
  act: (context: Context, id: Id<'import'>) => Promise<void>,
): Route {
  return route({
    ...common,
    name,
    method: 'POST',
    path: `/imports/:id/${way}`,
    summary,
    params,
    answer: done,
    handle: async (context, given) => {
      await act(context, given.params.id);
      return OK;
    },
  });
}

/** Lists that come in: a file, a look at what would come of it, the taking, and the taking back. */
export const importRoutes: Route[] = [
  ...READS,
  SEND,
  route({
    ...common,
    name: 'previewImport',
    method: 'POST',
    path: '/imports/:id/preview',
    summary: 'Say which column holds what, and have a look made at what would come of each row',
    about: 'All rows are taken in a transaction that is rolled back; GET /imports/{id} says how far the look has come.',
    params,
    body: previewInput,
    example: { mapping: { name: 0, phone: 1, place: 2 } },
    answer: done,
    handle: async (context, given) => {
      await previewImport(context, given.params.id, given.body.mapping);
      return OK;
    },
  }),
  steer('runImport', 'run', 'Take the rows that can be taken; what was stopped goes on', runImport),
  steer('stopImport', 'stop', 'End the look, the taking or the taking back after the batch in hand', stopImport),
  steer('undoImport', 'undo', 'Take the import back, as far as nothing followed on its rows', undoImport),
];
