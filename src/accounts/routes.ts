import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { firstCentre } from '../organisation/house.ts';
import { correctAccounts } from './commands/correct-accounts.ts';
import { decideAccounts } from './commands/decide-accounts.ts';
import { openAccounts } from './commands/open-accounts.ts';
import { supplyAccounts } from './commands/supply-accounts.ts';
import { removeAccountLine, writeAccountLine } from './commands/write-line.ts';
import {
  accountLineInput,
  accountsQuery,
  correctInput,
  decideAccountsInput,
  openAccountsInput,
  supplyInput,
} from './inputs.ts';
import { listAccounts } from './list.ts';
import { accountsPage } from './page.ts';
import { publishedAccounts } from './published.ts';
import { accountsOut, accountsPageOut, publishedAccountsOut } from './view.ts';

const tag = 'Budget';
const params = z.object({ id: id('accounts') });
const made = z.object({ id: idOut('accounts') });

const READS: Route[] = [
  route({
    name: 'listAccounts',
    method: 'GET',
    path: '/accounts',
    admits: 'budget.see',
    tag,
    summary: 'Income and expenditure, every period and version, the newest first',
    query: accountsQuery,
    answer: accountsOut,
    handle: (context, { query }) => listAccounts(context, query),
  }),
  route({
    name: 'readAccounts',
    method: 'GET',
    path: '/accounts/:id',
    admits: 'budget.see',
    tag,
    summary: 'One version of a period: its lines, who supplied and published it, what was changed',
    params,
    answer: accountsPageOut,
    handle: (context, given) => accountsPage(context, given.params.id),
  }),
  route({
    name: 'publishedAccounts',
    method: 'GET',
    path: '/public/accounts',
    admits: 'anyone',
    tag: 'Customer page',
    summary: 'What owners are told of income and expenditure: of each period the newest version published',
    answer: publishedAccountsOut,
    handle: async (context) => publishedAccounts(context, (await firstCentre(context)).id),
  }),
];

const LINES: Route[] = [
  route({
    name: 'openAccounts',
    method: 'POST',
    path: '/accounts',
    admits: 'finance.supply',
    tag,
    summary: 'Begin the period that a day lies in, or find the one that is begun',
    status: 201,
    body: openAccountsInput,
    answer: made,
    handle: async (context, { body }) => ({ id: await openAccounts(context, body.day) }),
  }),
  route({
    name: 'writeAccountLine',
    method: 'POST',
    path: '/accounts/:id/lines',
    admits: 'finance.supply',
    tag,
    summary: 'Write a line of income or expenditure, or change one, until they are supplied',
    status: 201,
    params,
    body: accountLineInput,
    example: { side: 'income', name: '物业服务费', amount: 48_600_000 },
    answer: z.object({ id: idOut('account_line') }),
    handle: async (context, given) => ({ id: await writeAccountLine(context, given.params.id, given.body) }),
  }),
  route({
    name: 'removeAccountLine',
    method: 'DELETE',
    path: '/account-lines/:id',
    admits: 'finance.supply',
    tag,
    summary: 'Take a line out again',
    params: z.object({ id: id('account_line') }),
    answer: done,
    handle: async (context, given) => {
      await removeAccountLine(context, given.params.id);
      return OK;
    },
  }),
];

/** Income and expenditure, supplied by planning and finance and told to owners (FEE-04, REPT-23, ROLE-36). */
export const accountsRoutes: Route[] = [
  ...READS,
  ...LINES,
  route({
    name: 'supplyAccounts',
    method: 'POST',
    path: '/accounts/:id/supply',
    admits: 'finance.supply',
    tag,
    summary: 'Hand the data of a period that is over to whoever approves them',
    params,
    body: supplyInput,
    answer: done,
    handle: async (context, given) => {
      await supplyAccounts(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'decideAccounts',
    method: 'POST',
    path: '/accounts/:id/decide',
    admits: 'budget.approve',
    tag,
    summary: 'Approve and so publish them to owners, or send them back; only the post that the house names',
    params,
    body: decideAccountsInput,
    answer: done,
    handle: async (context, given) => {
      await decideAccounts(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'correctAccounts',
    method: 'POST',
    path: '/accounts/:id/correct',
    admits: 'finance.supply',
    tag,
    summary: 'Begin another version of what was published, which says why',
    status: 201,
    params,
    body: correctInput,
    answer: made,
    handle: async (context, given) => ({ id: await correctAccounts(context, given.params.id, given.body.because) }),
  }),
];
