import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { idOut } from '../platform/http/shapes.ts';
import { logError } from './commands/log-error.ts';
import { errorsQuery, logErrorInput } from './inputs.ts';
import { listErrors, readErrorSorts } from './list.ts';
import { errorsOut, errorSortsOut } from './view.ts';

const tag = 'Quality';

/** Errors made, and what was learnt from them. */
export const errorLogRoutes: Route[] = [
  route({
    name: 'listErrors',
    method: 'GET',
    path: '/errors',
    admits: 'signed-in',
    token: ['report.see'],
    tag,
    summary: 'Errors and their lessons, the newest first; whoever sees no reports reads his own',
    query: errorsQuery,
    answer: errorsOut,
    handle: (context, { query }) => listErrors(context, query),
  }),
  route({
    name: 'readErrorSorts',
    method: 'GET',
    path: '/errors/sorts',
    admits: 'signed-in',
    token: ['report.see'],
    tag,
    summary: 'Under what an error is logged',
    answer: errorSortsOut,
    handle: readErrorSorts,
  }),
  route({
    name: 'logError',
    method: 'POST',
    path: '/errors',
    admits: 'signed-in',
    token: ['ticket.handle'],
    tag,
    summary: 'Log an error with its lesson; of the same sort a second time, whoever stands over him hears of it',
    status: 201,
    body: logErrorInput,
    answer: z.object({ id: idOut('logged_error') }),
    handle: async (context, { body }) => ({ id: await logError(context, body) }),
  }),
];
