import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Task } from '../platform/jobs/task.ts';
import { MOVE_KIND } from './commands/apply-kind.ts';
import { moveBatch } from './commands/move-batch.ts';

const payloadShape = z.object({ moveId: z.uuid() });

/** What administration leaves for later: open tickets taken over to a new version. */
export const administrationTasks: Record<string, Task> = {
  [MOVE_KIND]: (context, payload) => moveBatch(context, payloadShape.parse(payload).moveId as Id<'kind_move'>),
};
