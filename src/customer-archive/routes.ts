import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { arrangeArchive, changeArchive } from './commands/arrange.ts';
import { fileEntry, withdrawEntry } from './commands/file-entry.ts';
import { openArchives } from './commands/open-archives.ts';
import { archiveFigures } from './figures.ts';
import {
  archiveFiguresQuery,
  archivesQuery,
  arrangeInput,
  changeArchiveInput,
  fileInput,
  openArchivesInput,
  withdrawInput,
} from './inputs.ts';
import { listArchives } from './list.ts';
import { archivePage } from './page.ts';
import { archiveFiguresOut, archivePageOut, archivesOut, openedArchivesOut } from './view.ts';

const params = z.object({ id: id('customer_archive') });
const reads = { method: 'GET', admits: 'customer.edit', tag: 'Archives of customers' } as const;
const writes = { method: 'POST', admits: 'customer.edit', tag: 'Archives of customers' } as const;

/** The archives of customers, by department (CUST-09). */
export const customerArchiveRoutes: Route[] = [
  route({
    ...reads,
    name: 'listCustomerArchives',
    path: '/customer-archives',
    summary: 'Customers by name with their archives: who has none, which lack a part, which nobody touched in time',
    query: archivesQuery,
    answer: archivesOut,
    handle: (context, { query }) => listArchives(context, query),
  }),
  route({
    ...reads,
    name: 'customerArchiveFigures',
    path: '/customer-archives/figures',
    summary: 'How many customers have no archive, how many archives are incomplete, how many stale',
    query: archiveFiguresQuery,
    answer: archiveFiguresOut,
    handle: (context, { query }) => archiveFigures(context, query),
  }),
  route({
    ...reads,
    name: 'customerArchivePage',
    path: '/customer-archives/:id',
    summary: 'One archive: what is filed under which part, what is missing, and when it was put in order',
    params,
    answer: archivePageOut,
    handle: (context, given) => archivePage(context, given.params.id),
  }),
  route({
    ...writes,
    name: 'openCustomerArchives',
    path: '/customer-archives',
    summary: 'Set up archives of customers for a department, with somebody who looks after them',
    body: openArchivesInput,
    answer: openedArchivesOut,
    handle: async (context, { body }) => ({ opened: await openArchives(context, body) }),
  }),
  route({
    ...writes,
    name: 'fileInCustomerArchive',
    path: '/customer-archives/:id/entries',
    summary: 'File something under a part of it',
    status: 201,
    params,
    body: fileInput,
    answer: z.object({ id: idOut('customer_archive_entry') }),
    handle: async (context, given) => ({ id: await fileEntry(context, given.params.id, given.body) }),
  }),
  route({
    ...writes,
    name: 'withdrawFromCustomerArchive',
    path: '/customer-archive-entries/:id/withdraw',
    summary: 'Take something out of an archive, with the reason; that it was there stays',
    params: z.object({ id: id('customer_archive_entry') }),
    body: withdrawInput,
    answer: done,
    handle: async (context, given) => {
      await withdrawEntry(context, given.params.id, given.body.because);
      return OK;
    },
  }),
  route({
    ...writes,
    name: 'arrangeCustomerArchive',
    path: '/customer-archives/:id/arranged',
    summary: 'Somebody went through it and put it in order',
    params,
    body: arrangeInput,
    answer: done,
    handle: async (context, given) => {
      await arrangeArchive(context, given.params.id, given.body.remark);
      return OK;
    },
  }),
  route({
    ...writes,
    method: 'PUT',
    name: 'changeCustomerArchive',
    path: '/customer-archives/:id',
    summary: 'It is another department’s from now on, or somebody else looks after it',
    params,
    body: changeArchiveInput,
    answer: done,
    handle: async (context, given) => {
      await changeArchive(context, given.params.id, given.body);
      return OK;
    },
  }),
];
