import { z } from 'zod';

/** What a house holds its telephone to; by business: three rings at an estate (CHAN-15), three minutes in logistics (CHAN-16). */
export const telephoneRules = z.strictObject({
  ringSeconds: z.number().int().min(1).max(30).describe('How long one ring lasts, with the pause after it, in seconds'),
  answerRings: z
    .number()
    .int()
    .min(1)
    .max(20)
    .nullable()
    .describe('Answered by this ring (CHAN-15); null: not counted'),
  answerSeconds: z
    .number()
    .int()
    .min(1)
    .max(3_600)
    .nullable()
    .describe('Answered within so many seconds of its arrival (CHAN-16); null: not counted'),
  levelSeconds: z
    .number()
    .int()
    .min(1)
    .max(3_600)
    .describe('The T of the service level: answered within so many seconds of joining the queue'),
  levelPercent: z
    .number()
    .int()
    .min(1)
    .max(100)
    .describe('The X of the service level: that share is wanted, in percent'),
});
export type TelephoneRules = z.output<typeof telephoneRules>;

/** What holds where settings older than the telephone say nothing of it. */
export const USUAL: TelephoneRules = {
  ringSeconds: 5,
  answerRings: 3,
  answerSeconds: null,
  levelSeconds: 20,
  levelPercent: 80,
};
