import { z } from 'zod';
import { RECEIVER_STATES } from './survey.ts';

export const rateOut = z
  .object({ n: z.number().describe('Answered'), of: z.number().describe('Of so many to whom it was handed out') })
  .describe('Response rate: numerator and denominator');
const meanOut = {
  n: z.number().describe('How many scale answers'),
  mean: z.number().nullable().describe('Their mean, 1 to 5, to two decimals; null: none'),
};

export const resultsOut = z.object({
  drawn: z.number().describe('How many are asked'),
  states: z
    .object(
      Object.fromEntries(
        RECEIVER_STATES.map((one) => [one, z.number().describe(`How many stand so: ${one}`)]),
      ) as Record<(typeof RECEIVER_STATES)[number], z.ZodNumber>,
    )
    .describe('How many stand how'),
  rate: rateOut,
  overall: z.object(meanOut).describe('All scale answers'),
  questions: z
    .array(
      z.object({
        key: z.string().describe('Key of the question'),
        ...meanOut,
        scores: z.array(z.number()).describe('How often each of 1 to 5; empty: it is no scale'),
        choices: z
          .array(z.object({ key: z.string().describe('Key of the choice'), n: z.number().describe('How often') }))
          .describe('How often each was chosen'),
        texts: z.number().describe('How many answered in own words'),
      }),
    )
    .describe('By question, in its order'),
  departments: z
    .array(
      z.object({ key: z.string().nullable().describe('Key of the department judged; null: the house'), ...meanOut }),
    )
    .describe('By department judged'),
  types: z
    .array(
      z.object({
        key: z.string().describe('person, household, company, or vip across these'),
        handedOut: z.number().describe('To how many of them it was handed out'),
        answered: z.number().describe('How many of them answered'),
        ...meanOut,
      }),
    )
    .describe('By customer type'),
  problems: z
    .array(
      z.object({
        key: z.string().describe('`question`: scored 1 or 2; `question:choice`: a choice that names a problem'),
        n: z.number().describe('How many answers name it'),
        share: z.number().describe('Of all problems named, from 0 to 1'),
        cumulated: z.number().describe('The shares down to and with this one together'),
        vital: z.boolean().describe('One of the vital few, which come to 80 % of all'),
      }),
    )
    .describe('Problems ranked, the most first'),
});
