import { z } from 'zod';
import { id, moment, pageQuery, versionSeen } from '../platform/http/shapes.ts';
import { DECLINED_STATES } from './declined.ts';

export const reviewDeclinedInput = z
  .strictObject({
    version: versionSeen,
    verdict: z
      .enum(['confirmed', 'sent_back'])
      .describe('confirmed: rightly declined; sent_back: it is opened again and looked at anew'),
    words: z
      .string()
      .trim()
      .max(4000)
      .default('')
      .describe('What whoever reviews it says of it; needed where it is sent back'),
  })
  .refine(({ verdict, words }) => verdict === 'confirmed' || words !== '', {
    path: ['words'],
    message: 'needed where it is sent back',
  });

export const declinedQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum([...DECLINED_STATES, 'reviewed'])
    .optional()
    .describe('open: to be reviewed; reviewed: confirmed or sent back; lapsed: opened again before; left out: all'),
  by: id('person').optional().describe('Only what this person declined'),
  from: moment.optional().describe('Declined at or after'),
  until: moment.optional().describe('Declined before'),
});
export type DeclinedQuery = z.output<typeof declinedQuery>;
