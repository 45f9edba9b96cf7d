import { z } from 'zod';
import { milestoneShape } from '../pack/milestones.ts';
import { id, line } from '../platform/http/shapes.ts';

export const changeMilestonesInput = z.strictObject({
  why: line.describe('Why they are worded otherwise; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on'),
  milestones: z.array(milestoneShape).max(6).describe('All of them'),
});
export type ChangeMilestones = z.output<typeof changeMilestonesInput>;

export const previewMilestoneInput = z.strictObject({
  milestone: milestoneShape.describe('As it would be worded'),
  ticketId: id('ticket').optional().describe('As the customer of this matter would read it; left out: with examples'),
});
export type PreviewMilestone = z.output<typeof previewMilestoneInput>;
