import { z } from 'zod';

/** When a field is asked and may not be empty, as the list of kinds and the ticket both tell it. */
export const fieldRules = {
  requiredFor: z.string().nullable().describe('open, resolve or close: what it may not be empty for; null: optional'),
  requiredAt: z
    .array(
      z.object({
        stage: z.string().describe('Key of a stage'),
        on: z.enum(['enter', 'leave']).describe('enter: to come to that stage; leave: to go on from it'),
      }),
    )
    .describe('Stages it may not be empty for'),
  when: z
    .object({
      field: z.string().describe('Key of another field'),
      is: z.union([z.string(), z.boolean()]).describe('What that one must hold'),
    })
    .nullable()
    .describe('Asked only where another field holds this value; null: always'),
};
