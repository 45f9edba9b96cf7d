import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { boardClocksOut, boardClocksQuery, readBoardClocks } from './board-clocks.ts';
import { boardOut, readBoard } from './board.ts';
import { dispatchOut, dispatchQuery, readDispatch } from './dispatch.ts';
import { readFigures } from './figures.ts';
import { figuresOut, figuresQuery } from './figures-shapes.ts';
import { measureRoutes } from './measures/routes.ts';
import { myWork } from './my-work.ts';
import { myWorkOut } from './my-work-shapes.ts';
import { paperRoutes } from './papers/routes.ts';

export const reportRoutes: Route[] = [
  route({
    name: 'readMyWork',
    method: 'GET',
    keepsPlans: true,
    path: '/work/mine',
    admits: 'signed-in',
    token: ['ticket.see'],
    tag: 'Work',
    summary: 'Everything I or a post I hold owes, worst first',
    answer: myWorkOut,
    handle: (context) => myWork(context),
  }),
  route({
    name: 'readDispatch',
    method: 'GET',
    keepsPlans: true,
    path: '/dispatch',
    admits: 'work_order.issue',
    tag: 'Work',
    summary: 'What waits for hands, and whose hands are free',
    query: dispatchQuery,
    answer: dispatchOut,
    handle: (context, { query }) => readDispatch(context, query),
  }),
  route({
    name: 'readBoard',
    method: 'GET',
    keepsPlans: true,
    path: '/board',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'The numbers that matter now',
    answer: boardOut,
    handle: (context) => readBoard(context),
  }),
  route({
    name: 'readBoardClocks',
    method: 'GET',
    path: '/board/clocks',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'The clocks behind a number of the board',
    query: boardClocksQuery,
    answer: boardClocksOut,
    handle: (context, { query }) => readBoardClocks(context, query),
  }),
  route({
    name: 'readFigures',
    method: 'GET',
    path: '/figures',
    admits: 'report.see',
    tag: 'Figures',
    summary: 'The figures of a period, each with what it is a share of',
    query: figuresQuery,
    answer: figuresOut,
    handle: (context, { query }) => readFigures(context, query),
  }),
  ...measureRoutes,
  ...paperRoutes,
];
