import { z } from 'zod';
import { id, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { LINE_SORTS } from './daily-record.ts';

export const addLineInput = z.strictObject({
  id: id('daily_line').optional().describe("The client's own new id; the same id again adds nothing twice"),
  departmentId: id('department').describe('Which department it is for'),
  sort: z
    .enum(LINE_SORTS)
    .describe('reported: by a customer; to_solve: still to be solved; internal: caused by our own running'),
  text: text.describe('What it is about'),
});
export type AddLine = z.output<typeof addLineInput>;

export const handOverInput = z.strictObject({
  remark: z.string().trim().max(5000).default('').describe('What is said to every department besides; may be empty'),
});

export const acknowledgeInput = z.strictObject({
  departmentId: id('department').describe('For which department'),
});

export const dailyRecordsQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum(['open', 'handed_over', 'unacknowledged', 'late', 'all'])
    .default('all')
    .describe('open: not handed over yet; unacknowledged: a department has not said that it has it; late: not in time'),
  department: id('department').optional().describe('Only those with a part for this department'),
  from: moment.optional().describe('Of days that end after this moment'),
  until: moment.optional().describe('Of days that begin before this moment'),
});
export type DailyRecordsQuery = z.output<typeof dailyRecordsQuery>;
