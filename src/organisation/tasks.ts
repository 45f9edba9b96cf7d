import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Task } from '../platform/jobs/task.ts';
import { beginAbsence } from './commands/begin-absence.ts';
import { BEGIN_ABSENCE } from './commands/report-absence.ts';

const payloadShape = z.object({ absenceId: z.uuid() });

/** What the organisation leaves for later: an absence reported ahead begins at its time. */
export const organisationTasks: Record<string, Task> = {
  [BEGIN_ABSENCE]: (context, payload) => beginAbsence(context, payloadShape.parse(payload).absenceId as Id<'absence'>),
};
