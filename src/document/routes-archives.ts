import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { destroyDocument, fileDocument, lendDocument, takeBackDocument } from './commands/file-document.ts';
import { filePaper, registerLetter } from './commands/register-letter.ts';
import { destroyInput, fileInput, lendInput, letterInput, paperInput } from './inputs.ts';

const params = z.object({ id: id('document') });
const made = z.object({ id: idOut('document') });
const tag = 'Documents';
const write = { tag, admits: 'document.write' } as const;
const keep = { tag, admits: 'document.keep' } as const;

/** Letters in and out, and what the owner of a class of the archives does with its papers. */
export const archiveRoutes: Route[] = [
  route({
    ...write,
    name: 'registerLetter',
    method: 'POST',
    path: '/letters',
    summary: 'Register a letter in or out; one that needs an answer is owed until it is filed with it',
    status: 201,
    body: letterInput,
    answer: made,
    handle: async (context, { body }) => ({ id: await registerLetter(context, body) }),
  }),
  route({
    ...keep,
    name: 'filePaper',
    method: 'POST',
    path: '/papers',
    summary: 'As the owner of its class, file a paper as it is',
    status: 201,
    body: paperInput,
    answer: made,
    handle: async (context, { body }) => ({ id: await filePaper(context, body) }),
  }),
  route({
    ...keep,
    name: 'fileDocument',
    method: 'POST',
    path: '/documents/:id/file',
    summary: 'As the owner of its class, file it, or say where the paper lies now',
    params,
    body: fileInput,
    answer: done,
    handle: async (context, given) => {
      await fileDocument(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...keep,
    name: 'lendDocument',
    method: 'POST',
    path: '/documents/:id/lend',
    summary: 'As the owner of its class, lend the paper until a day',
    params,
    body: lendInput,
    answer: done,
    handle: async (context, given) => {
      await lendDocument(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    ...keep,
    name: 'takeBackDocument',
    method: 'POST',
    path: '/documents/:id/return',
    summary: 'The paper is back',
    params,
    answer: done,
    handle: async (context, given) => {
      await takeBackDocument(context, given.params.id);
      return OK;
    },
  }),
  route({
    ...keep,
    name: 'destroyDocument',
    method: 'POST',
    path: '/documents/:id/destroy',
    summary: 'Its years are over: say that the paper was destroyed',
    params,
    body: destroyInput,
    answer: done,
    handle: async (context, given) => {
      await destroyDocument(context, given.params.id, given.body);
      return OK;
    },
  }),
];
