import { z } from 'zod';
import { ladderShape } from '../commitment/rule.ts';
import { doubled } from '../kernel/doubled.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { key, timeOfDay, wordsShape } from '../pack/shapes.ts';

/** What is written down at a line besides ok or not: nothing, a number, words, or how many letters were in the box. */
export const RECORDS = ['check', 'count', 'text', 'letters'] as const;

/** What may be done about a fault: put right at once, told to whoever stands above, or suggested to the department concerned. */
export const WAYS = ['handled', 'reported', 'suggested'] as const;
export type Way = (typeof WAYS)[number];

/** What a plan may be walked for one by one, each a round of its own. */
export const OVER = ['vacant_units', 'tenants'] as const;

const lineShape = z.strictObject({
  key,
  area: wordsShape.optional().describe('Where: desk, office area, classroom; left out: the plan speaks of one place'),
  name: wordsShape.describe('What is looked at'),
  record: z
    .enum(RECORDS)
    .describe('check: ok or not; count: and a number; text: and words; letters: how many were in the box'),
  photo: z.boolean().default(false).describe('Whether a photo may be added'),
  followUp: key.default('task').describe('Key of the kind of ticket a fault opens'),
  department: key
    .optional()
    .describe(
      'Key of the department whose the follow-up is; left out: whoever the plan offers it to, or whoever finds it',
    ),
  ways: z
    .array(z.enum(WAYS))
    .min(1)
    .max(WAYS.length)
    .optional()
    .describe(
      'What may be done about a fault, one of which is recorded: handled on the spot, which opens nothing; reported upward to somebody; suggested to the department, which owes an answer, by a ticket of a kind of suggestions. Left out: a follow-up is opened',
    ),
});

const scheduleShape = {
  every: z
    .enum(['day', 'week', 'month', 'quarter', 'unplanned'])
    .describe('How often; unplanned: begun by hand, whenever somebody goes, and completed on that day'),
  on: z
    .number()
    .int()
    .min(1)
    .max(92)
    .default(1)
    .describe('Of a week: 1 is Monday; of a month or quarter: its day, the last where it is shorter; of a day: 1'),
  days: z
    .enum(['open', 'all'])
    .describe('open: only days on which the reception opens, the next one instead of a closed one; all: every day'),
  by: timeOfDay.describe('Done by this time of that day'),
};

/** A checklist as it is written: what is looked at, how often, by when, and who hears that it was not done. */
export const planShape = z
  .strictObject({
    name: wordsShape.describe('What it is called'),
    ...scheduleShape,
    varies: z
      .number()
      .int()
      .min(5)
      .max(360)
      .optional()
      .describe(
        'Walked at changing times: so many minutes by the clock or more from when it was walked the last time; left out: at any time',
      ),
    over: z
      .enum(OVER)
      .optional()
      .describe(
        'A round of its own for each unit on the list of vacant units, or for each tenant in his unit; left out: one round',
      ),
    alsoBy: z
      .array(key)
      .max(20)
      .optional()
      .describe('Of an unplanned one: keys of the posts that may begin it besides its own; left out: only its own'),
    ladder: ladderShape,
    lines: z.array(lineShape).min(1).max(60).describe('What is looked at, in the order of the walk'),
  })
  .meta({ id: 'RoundPlan', description: 'A checklist: its lines, how often, by when, and who is told on the way' });

export type PlanContent = z.infer<typeof planShape>;
export type PlanLine = PlanContent['lines'][number];

/** A plan as a pack ships it: posts by their keys. */
export const packRoundShape = planShape.extend({
  key,
  post: key.describe('Key of the post that does it'),
  followUpPost: key
    .optional()
    .describe('Key of the post a failed line is offered; left out: whoever finds it keeps it'),
});
export type PackRound = z.infer<typeof packRoundShape>;

/** Why a plan cannot be worked with: two lines of one key, a fault that would open a kind there is none of, a suggestion to nobody. */
export function whyNotRoundPlan(content: PlanContent, kinds: ReadonlySet<string>): Refusal | null {
  const twice = doubled(content.lines.map((line) => line.key));
  if (twice !== undefined) return refusal('round.line_twice', { path: 'lines', line: twice });
  const dangling = content.lines.find((line) => !kinds.has(line.followUp));
  if (dangling) return refusal('round.kind_unknown', { path: 'lines', kind: dangling.followUp });
  const nowhere = content.lines.find((line) => line.ways?.includes('suggested') && line.department === undefined);
  if (nowhere) return refusal('round.department_missing', { path: 'lines', line: nowhere.key });
  return whyNotSchedule(content);
}

function whyNotSchedule({ every, on, over }: PlanContent): Refusal | null {
  if (every === 'unplanned' && over !== undefined) return refusal('round.unplanned_over', { path: 'over' });
  const most = { day: 92, unplanned: 92, week: 7, month: 31, quarter: 92 }[every];
  return on > most ? refusal('round.no_such_day', { path: 'on' }) : null;
}
