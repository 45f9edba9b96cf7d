import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { adjustWage, closeWages, setBase } from './commands/make-wages.ts';
import { adjustInput, basesQuery, setBaseInput, wagesQuery } from './inputs.ts';
import { basesPage, myWages, wagesPage } from './page.ts';
import { basesOut, myWagesOut, wagesOut } from './view.ts';

const params = z.object({ id: id('wage_table') });
const tag = 'Wages';

/** The wage table of each reviewed month, for whoever keeps it; each sees his own line (WFRC-02). */
export const wageRoutes: Route[] = [
  route({
    name: 'readWages',
    method: 'GET',
    path: '/wages',
    admits: 'wage.see',
    tag,
    summary: 'The wage table of a month',
    query: wagesQuery,
    answer: wagesOut,
    handle: (context, { query }) => wagesPage(context, query),
  }),
  route({
    name: 'readMyWages',
    method: 'GET',
    path: '/wages/mine',
    admits: 'signed-in',
    tag,
    summary: 'My own line of every wage table that is closed',
    answer: myWagesOut,
    handle: (context) => myWages(context),
  }),
  route({
    name: 'listWageBases',
    method: 'GET',
    path: '/wages/bases',
    admits: 'wage.see',
    tag,
    summary: 'What somebody’s base wage was from when on',
    query: basesQuery,
    answer: basesOut,
    handle: (context, { query }) => basesPage(context, query.person),
  }),
  route({
    name: 'setWageBase',
    method: 'POST',
    path: '/wages/bases',
    admits: 'wage.see',
    tag,
    summary: 'Say what somebody earns from a month on',
    status: 201,
    body: setBaseInput,
    answer: done,
    handle: async (context, { body }) => {
      await setBase(context, body);
      return OK;
    },
  }),
  route({
    name: 'adjustWage',
    method: 'POST',
    path: '/wages/:id/adjustments',
    admits: 'wage.see',
    tag,
    summary: 'Add something to a wage or take it off, with the reason',
    status: 201,
    params,
    body: adjustInput,
    answer: done,
    handle: async (context, { params: { id: tableId }, body }) => {
      await adjustWage(context, tableId, body);
      return OK;
    },
  }),
  route({
    name: 'closeWages',
    method: 'POST',
    path: '/wages/:id/close',
    admits: 'wage.see',
    tag,
    summary: 'Close the wage table of a month: it stands, and each sees his own line',
    params,
    answer: done,
    handle: async (context, { params: { id: tableId } }) => {
      await closeWages(context, tableId);
      return OK;
    },
  }),
];
