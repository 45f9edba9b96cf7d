import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { completeRound } from './commands/complete-round.ts';
import { reportLine } from './commands/report-line.ts';
import { takeLetter } from './commands/take-letter.ts';
import { completeInput, letterInput, reportLineInput, roundsQuery, sharesQuery } from './inputs.ts';
import { listRounds } from './list.ts';
import { roundPage } from './page.ts';
import { roundShares } from './shares.ts';
import { roundPageOut, roundsOut, sharesOut, takenLetterOut } from './view.ts';

const params = z.object({ id: id('round') });
const tag = 'Checklists';

/** The rounds of the checklists: the waiting area, the counter, the rooms, the boxes (RECP-06, RECP-07, RECP-13, CHAN-10). */
export const roundRoutes: Route[] = [
  route({
    name: 'listRounds',
    method: 'GET',
    path: '/rounds',
    admits: 'commitment.see',
    tag,
    summary: 'Rounds of the checklists: open ones by when they are due, others newest first',
    query: roundsQuery,
    answer: roundsOut,
    handle: (context, { query }) => listRounds(context, query),
  }),
  route({
    name: 'readRoundShares',
    method: 'GET',
    path: '/rounds/shares',
    admits: 'commitment.see',
    tag,
    summary: 'Of each checklist, how many rounds that fell due in a period were done in time',
    query: sharesQuery,
    answer: sharesOut,
    handle: (context, { query }) => roundShares(context, query),
  }),
  route({
    name: 'readRound',
    method: 'GET',
    path: '/rounds/:id',
    admits: 'commitment.see',
    tag,
    summary: 'One round: its lines, what was found at each, and what that led to',
    params,
    answer: roundPageOut,
    handle: (context, { params: { id: roundId } }) => roundPage(context, roundId),
  }),
  route({
    name: 'reportRoundLine',
    method: 'POST',
    path: '/rounds/:id/results',
    admits: 'commitment.see',
    tag,
    summary: 'Write down what was found at a line; a fault opens its follow-up at once',
    params,
    body: reportLineInput,
    answer: done,
    handle: async (context, { params: { id: roundId }, body }) => {
      await reportLine(context, roundId, body);
      return OK;
    },
  }),
  route({
    name: 'takeLetter',
    method: 'POST',
    path: '/rounds/:id/letters',
    admits: 'contact.record',
    tag,
    summary: 'Turn a letter out of the box into a case, or say why it needs none',
    params,
    body: letterInput,
    answer: takenLetterOut,
    handle: async (context, { params: { id: roundId }, body }) => ({ id: await takeLetter(context, roundId, body) }),
  }),
  route({
    name: 'completeRound',
    method: 'POST',
    path: '/rounds/:id/complete',
    admits: 'commitment.see',
    tag,
    summary: 'Complete the round; every line has a result and every letter is dealt with',
    params,
    body: completeInput,
    answer: done,
    handle: async (context, { params: { id: roundId }, body }) => {
      await completeRound(context, roundId, body);
      return OK;
    },
  }),
];
