import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Task } from '../platform/jobs/task.ts';
import { GIVE_EFFECT, giveEffect } from './commands/give-effect.ts';

const payloadShape = z.object({ moveId: z.uuid() });

/** What is left for later: an appointment that was approved ahead holds from its day. */
export const personnelTasks: Record<string, Task> = {
  [GIVE_EFFECT]: (context, payload) => giveEffect(context, payloadShape.parse(payload).moveId as Id<'staff_move'>),
};
