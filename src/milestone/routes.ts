import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { versionOut } from '../platform/http/shapes.ts';
import { changeMilestones } from './commands/change-milestones.ts';
import { changeMilestonesInput, previewMilestoneInput } from './inputs.ts';
import { previewMilestone, readMilestones } from './queries.ts';
import { milestonesOut, previewOut } from './view.ts';

const tag = 'Milestones';

/** What customers are written by itself at the milestones of their matters. */
export const milestoneRoutes: Route[] = [
  route({
    name: 'readMilestones',
    method: 'GET',
    path: '/milestones',
    admits: 'limit.edit',
    tag,
    summary: 'What customers are written at each milestone, those switched off too',
    answer: milestonesOut,
    handle: readMilestones,
  }),
  route({
    name: 'changeMilestones',
    method: 'PUT',
    path: '/milestones',
    admits: 'limit.edit',
    tag,
    summary: 'Word them otherwise, switch them on and off, with the reason',
    body: changeMilestonesInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, { body }) => ({ version: await changeMilestones(context, body) }),
  }),
  route({
    name: 'previewMilestone',
    method: 'POST',
    path: '/milestones/preview',
    admits: 'limit.edit',
    tag,
    summary: 'How a customer would read it, in every language; writes nothing',
    body: previewMilestoneInput,
    answer: previewOut,
    handle: (context, { body }) => previewMilestone(context, body),
  }),
];
