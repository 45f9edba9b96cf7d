import { z } from 'zod';
import { PURPOSES } from '../contact/inputs.ts';
import { id, moment } from '../platform/http/shapes.ts';
import { LEFT } from './arrival.ts';

export const arriveInput = z.strictObject({
  id: id('arrival').optional().describe("The client's own new id; the same id again takes nobody down twice"),
  name: z
    .string()
    .trim()
    .max(100)
    .default('')
    .describe('His name as he said it; left out: he is on file, or only his household is known'),
  customerId: id('customer').optional().describe('Who he is; left out: nobody on file'),
  placeId: id('place').optional().describe('His household; left out: none'),
  purpose: z.enum(PURPOSES).describe('What he came for'),
  wantedId: id('person').optional().describe('Whom of ours he wants, who then hears of it; left out: whoever is free'),
  arrivedAt: moment.optional().describe('When he came, if earlier than now; never later'),
});
export type Arrive = z.output<typeof arriveInput>;

export const leaveInput = z.strictObject({
  outcome: z
    .enum(LEFT)
    .describe(
      'settled: at once; matter: it became or concerned a matter; sent_on: to somebody else; unserved: he left before anybody saw to him',
    ),
  words: z.string().trim().max(2000).default('').describe('What came of it; needed where he was sent on'),
  ticketId: id('ticket').optional().describe('The matter; needed where there is one'),
});
export type Leave = z.output<typeof leaveInput>;
