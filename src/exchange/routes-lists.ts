import { z } from 'zod';
import { Invalid, NotFound } from '../kernel/refusal.ts';
import { edgeRoute } from '../platform/http/edge-route.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import { listsOut, takenOutPageOut, takenOutsOut, takenOutsQuery, takeOutInput } from './inputs.ts';
import type { ListOut } from './list-out.ts';
import { listByKey } from './lists.ts';
import { listsFor } from './queries.ts';
import { takenOut, takenOuts } from './taken-outs.ts';
import { takeOut } from './take-out.ts';

const tag = 'Lists';

function listOrRefuse(key: string, query: Record<string, string>): ListOut {
  const list = listByKey(key);
  if (!list) throw new NotFound('list.unknown', { key });
  const read = list.query.safeParse(query);
  if (!read.success)
    throw new Invalid('list.cannot_be_narrowed_so', { path: `query.${String(read.error.issues[0]?.path[0] ?? '')}` });
  return list;
}

/** Taking lists out, and who did. */
export const listRoutes: Route[] = [
  route({
    name: 'listLists',
    method: 'GET',
    path: '/lists',
    admits: 'signed-in',
    tag,
    summary: 'Lists that can be taken out as a table, with their columns',
    answer: listsOut,
    handle: async (context) => listsFor(context),
  }),
  edgeRoute({
    name: 'takeListOut',
    method: 'POST',
    path: '/lists/:list/take-out',
    admits: 'signed-in',
    tag,
    summary: 'A list as CSV or XLSX, as the one asking sees it',
    about:
      'The same filters, scope, order and masks as the list itself, in the language of whoever asks. It is read while it is sent; who took what, and how many rows, is recorded, however far it came.',
    params: z.strictObject({ list: z.string().max(60).describe('Key of the list, from GET /lists') }),
    body: takeOutInput,
    example: { id: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e', format: 'xlsx', query: { state: 'open', late: 'true' } },
    sends: 'file',
    answer: z.unknown(),
    atEdge: (edge, { params, body }) => takeOut(edge, listOrRefuse(params.list, body.query), body),
  }),
  route({
    name: 'listTakenOut',
    method: 'GET',
    path: '/lists/taken-out',
    admits: 'audit.see',
    tag,
    summary: 'Who took what out of the house, the newest first: lists, papers, backups, calendars, webhooks',
    query: takenOutsQuery,
    answer: takenOutsOut,
    handle: (context, { query }) => takenOuts(context, query),
  }),
  route({
    name: 'readTakingOut',
    method: 'GET',
    path: '/lists/taken-out/:id',
    admits: 'signed-in',
    tag,
    summary: 'How far the list that I am taking out has come',
    params: z.object({ id: id('list_taken_out') }),
    answer: takenOutPageOut,
    handle: (context, { params }) => takenOut(context, params.id),
  }),
];
