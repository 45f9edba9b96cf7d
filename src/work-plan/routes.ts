import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { dayBoard } from './board.ts';
import { checkItem } from './commands/check-item.ts';
import { giveItem } from './commands/give-items.ts';
import { moveItem } from './commands/move-item.ts';
import { beginItem, finishItem, readItem } from './commands/take-item-steps.ts';
import { boardQuery, checkInput, finishInput, giveItemInput, itemsQuery, moveInput, stepInput } from './inputs.ts';
import { listItems } from './items.ts';
import { boardOut, givenOut, itemsOut } from './view.ts';

const params = z.object({ id: id('work_item') });
const tag = 'Day plan';

/** An act on one item. */
function act<Body extends z.ZodType>(
  name: string,
  path: string,
  summary: string,
  body: Body,
  admits: 'commitment.see' | 'ticket.assign',
  command: (context: Context, id: Id<'work_item'>, input: z.output<Body>) => Promise<void>,
): Route {
  return route({
    name,
    method: 'POST',
    path: `/work-items/:id/${path}`,
    admits,
    tag,
    summary,
    params,
    body,
    answer: done,
    handle: async (context, given) => {
      await command(context, given.params.id, given.body as z.output<Body>);
      return OK;
    },
  });
}

/** What each is to do today, what is done, and what was checked with which remark (ASGN-07). */
export const workItemRoutes: Route[] = [
  route({
    name: 'readDayBoard',
    method: 'GET',
    path: '/day-board',
    admits: 'commitment.see',
    tag,
    summary: 'Per person and day: planned, done, checked with which remark; whoever sees no figures sees his own',
    query: boardQuery,
    answer: boardOut,
    handle: (context, { query }) => dayBoard(context, query.day),
  }),
  route({
    name: 'listWorkItems',
    method: 'GET',
    path: '/work-items',
    admits: 'commitment.see',
    tag,
    summary: 'Items of the day plans, those due last first',
    query: itemsQuery,
    answer: itemsOut,
    handle: (context, { query }) => listItems(context, query),
  }),
  route({
    name: 'giveWorkItem',
    method: 'POST',
    path: '/work-items',
    admits: 'ticket.assign',
    tag,
    summary: 'Give somebody something to do by a time',
    body: giveItemInput,
    answer: givenOut,
    handle: async (context, { body }) => ({ id: await giveItem(context, body) }),
  }),
  act('readWorkItem', 'read', 'Say that it was read', stepInput, 'commitment.see', readItem),
  act('beginWorkItem', 'begin', 'Say that it is in progress', stepInput, 'commitment.see', beginItem),
  act(
    'finishWorkItem',
    'finish',
    'Say that it is done, and what came of it',
    finishInput,
    'commitment.see',
    finishItem,
  ),
  act('checkWorkItem', 'check', 'Look at what was done; it may be sent back', checkInput, 'ticket.assign', checkItem),
  act('moveWorkItem', 'move', 'Give it to somebody else, with a trace', moveInput, 'ticket.assign', moveItem),
];
