import type { Tasks } from '../src/platform/jobs/task.ts';
import type { World } from './world.ts';

/** Does what waits in the outbox and is due, as the worker does: row and work in one transaction. What has no task here is dropped. */
export function worker(world: World, tasks: Tasks): () => Promise<void> {
  return async () => {
    const due = await world.read((tx) =>
      tx.selectFrom('outbox').select(['id', 'task', 'payload']).where('run_at', '<=', world.clock.now()).execute(),
    );
    for (const { id, task, payload } of due)
      await world.act(null, async (context) => {
        await context.tx.deleteFrom('outbox').where('id', '=', id).execute();
        await tasks[task]?.(context, payload as Record<string, unknown>);
      });
  };
}
