import type { Context } from '../context.ts';

/**
 * What a job does. It runs in the one transaction that also takes its row out of the outbox: what it writes is written
 * exactly once. What it does outside the database is done at least once and must bear being done again.
 */
export type Task = (context: Context, payload: Record<string, unknown>) => Promise<void>;

export type Tasks = Record<string, Task>;
