import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, OK } from '../platform/http/shapes.ts';
import { closeDiary } from './commands/close-diary.ts';
import { closeDiaryInput, diariesQuery, diaryQuery } from './inputs.ts';
import { diaryPage, listDiaries } from './page.ts';
import { diariesOut, diaryOut } from './view.ts';

const tag = 'Diaries';

/** The work diary of each day (WFRC-05). */
export const diaryRoutes: Route[] = [
  route({
    name: 'readDiary',
    method: 'GET',
    path: '/diary',
    admits: 'signed-in',
    tag,
    summary: 'The diary of a day: what stands in the house, and what was written besides',
    query: diaryQuery,
    answer: diaryOut,
    handle: (context, { query }) => diaryPage(context, query),
  }),
  route({
    name: 'closeDiary',
    method: 'POST',
    path: '/diary/close',
    admits: 'signed-in',
    tag,
    summary: 'Close one’s diary of a day',
    body: closeDiaryInput,
    answer: done,
    handle: async (context, { body }) => {
      await closeDiary(context, body);
      return OK;
    },
  }),
  route({
    name: 'listDiaries',
    method: 'GET',
    path: '/diaries',
    admits: 'attendance.see',
    tag,
    summary: 'Diaries of one’s own and of those whose work one answers for, and which are missing',
    query: diariesQuery,
    answer: diariesOut,
    handle: (context, { query }) => listDiaries(context, query),
  }),
];
