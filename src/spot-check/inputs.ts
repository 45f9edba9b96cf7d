import { z } from 'zod';
import { id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { spotCheckPlanShape } from './plan.ts';
import { CHECK_STATES } from './spot-check.ts';

export const changeSpotCheckPlanInput = z.strictObject({
  why: line.describe('Why it is changed; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on; 0 for a new plan'),
  plan: spotCheckPlanShape.describe('The whole new plan'),
});
export type ChangeSpotCheckPlan = z.infer<typeof changeSpotCheckPlanInput>;

export const checkItemInput = z.strictObject({
  results: z
    .array(
      z.strictObject({
        criterion: z.string().max(60).describe("Key of a line of the plan's sheet"),
        passed: z.boolean().describe('true: in order'),
        finding: z.string().trim().max(2_000).default('').describe('What is not in order; demanded of a failed line'),
        way: z
          .enum(['corrected_on_the_spot', 'to_department'])
          .optional()
          .describe('What follows from a failed line: corrected at once, or a rectification notice to the department'),
      }),
    )
    .max(30)
    .describe('One for each line of the sheet'),
  remark: z.string().trim().max(2_000).default('').describe('What else is to be said of it'),
  departmentId: id('department')
    .optional()
    .describe('To which department the notice goes; left out: whose record it is'),
  deadlineAt: moment.optional().describe('By when the department mends it; left out: by the limit of the house'),
});
export type CheckItem = z.output<typeof checkItemInput>;

export const completeSpotCheckInput = z.strictObject({
  conclusion: text.describe('What the check came to, in words'),
});
export type CompleteSpotCheck = z.output<typeof completeSpotCheckInput>;

export const spotChecksQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum([...CHECK_STATES, 'open', 'all'])
    .default('all')
    .describe('running: its period is not over; to_check: drawn, not completed; open: both; completed; or all'),
  plan: z.string().max(60).optional().describe('Only those of this plan'),
  mine: z.stringbool().default(false).describe('Only those I owe'),
  failed: z.stringbool().optional().describe('Only those with a failed line, or only those without'),
  from: moment.optional().describe('Of periods that end after this moment'),
  until: moment.optional().describe('Of periods that begin before this moment'),
});
export type SpotChecksQuery = z.output<typeof spotChecksQuery>;
