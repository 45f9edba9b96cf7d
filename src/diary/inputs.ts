import { z } from 'zod';
import { dayIn, id, moment, pageQuery } from '../platform/http/shapes.ts';

const day = dayIn.describe('YYYY-MM-DD');
const text = z.string().trim().max(5_000).default('');

export const diaryQuery = z.strictObject({
  day: day.optional().describe('Which day; left out: today'),
  person: id('person').optional().describe('Whose; left out: the caller’s own'),
});
export type DiaryQuery = z.output<typeof diaryQuery>;

export const closeDiaryInput = z.strictObject({
  day: day.describe('Which day'),
  done: text.describe('What was done besides what stands in the house; may be empty where something does'),
  next: text.describe('What is left for the next day; may be empty'),
});
export type CloseDiary = z.output<typeof closeDiaryInput>;

export const diariesQuery = z.strictObject({
  ...pageQuery,
  person: id('person').optional().describe('Only of this person'),
  department: id('department').optional().describe('Only of this department'),
  state: z
    .enum(['missing', 'closed', 'late', 'all'])
    .default('all')
    .describe('missing: owed, its day is over, and not closed; late: closed after its day'),
  from: moment.optional().describe('Of days that end after this moment'),
  until: moment.optional().describe('Of days that begin before this moment'),
});
export type DiariesQuery = z.output<typeof diariesQuery>;
