import { EventEmitter } from 'node:events';
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker';
import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { system } from '../../organisation/can.ts';
import type { Id } from '../../kernel/id.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Organisation, Reaction, Signals } from '../context.ts';
import { noSignals } from '../context.ts';
import type { Database } from '../db.ts';
import type { Listener } from '../live/listener.ts';
import { lockOf, watchForDead } from './dead-pools.ts';
import type { Tasks } from './task.ts';

const CONCURRENCY = 4;
const PREFETCHED = 20;

export type WorkerParts = {
  url: string;
  database: Database;
  organisations(): Promise<Organisation[]>;
  clock: Clock;
  react: Reaction;
  announce(organisation: Organisation, signals: Signals): void;
  tasks: Tasks;
  listener: Listener;
  log(line: string): void;
};

export type Worker = { stop(): Promise<void> };

const jobShape = z.object({ organisation: z.string(), outbox: z.string() });

/** Does outward work that the relay handed over, a few at a time, on this node. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: parts.url, max: CONCURRENCY, application_name: 'huiyin jobs' });
  // a lost connection is not news: the next use says so
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  const events = new EventEmitter() as WorkerEvents;
  const signs: Promise<void>[] = [];
  events.on('pool:create', ({ workerPool }) => void signs.push(parts.listener.hold(lockOf(workerPool.id))));
  const runner = await run({
    pgPool: pool,
    events,
    noHandleSignals: true,
    logger: loggerTo(parts.log),
    taskList: taskList(parts),
    parsedCronItems: [],
    preset: {
      worker: {
        concurrentJobs: CONCURRENCY,
        localQueue: { size: PREFETCHED, ttl: 60_000 },
        completeJobBatchDelay: 5,
        failJobBatchDelay: 5,
        gracefulShutdownAbortTimeout: 2_000,
      },
    },
  });
  await Promise.all(signs);
  const watch = watchForDead(pool, parts.log);
  return {
    async stop() {
      await watch.stop();
      await stopRunner(runner, parts.log);
      await pool.end();
    },
  };
}

async function stopRunner(runner: Runner, log: (line: string) => void): Promise<void> {
  try {
    await runner.stop();
  } catch (fault) {
    log(`Jobs did not stop in order: ${(fault as Error).message}`);
  }
}

function taskList(parts: WorkerParts): TaskList {
  const names = Object.keys(parts.tasks);
  return Object.fromEntries(
    names.map((name) => [name, (payload: unknown): Promise<void> => perform(parts, name, payload)]),
  );
}

/** Exactly once: taking the row out and doing the work are one transaction; whoever finds no row comes too late. */
async function perform(parts: WorkerParts, name: string, payload: unknown): Promise<void> {
  const job = jobShape.parse(payload);
  const organisation = (await parts.organisations()).find((one) => one.id === job.organisation);
  if (!organisation) return;
  const signals = noSignals();
  await parts.database.transact(organisation.schema, async (tx) => {
    const row = await tx
      .deleteFrom('outbox')
      .where('id', '=', job.outbox as Id<'outbox'>)
      .returning('payload')
      .executeTakeFirst();
    if (!row) return;
    const { clock, react } = parts;
    const context = { tx, now: clock.now(), actor: system, organisation, signals, react, depth: 0 };
    await parts.tasks[name]!(context, row.payload as Record<string, unknown>);
  });
  parts.announce(organisation, signals);
}

/**
 * A job runner that is stopped with fetched jobs in hand asks for their return and then trips over its own book-keeping
 * (graphile-worker 0.17, `LocalQueue.setModeReleased`). They are returned all the same, and were they not, `watchForDead`
 * would free them: nothing that a person could act upon. The second sentence only passes the first one on; whatever else
 * goes wrong at a stop has a line of its own.
 */
const STUMBLES =
  /Cannot background something when the queue is already released|Errors occurred whilst deactivating queue/;

function loggerTo(log: (line: string) => void): Logger {
  return new Logger(() => (level, message) => {
    if (STUMBLES.test(message)) return;
    if (level === 'error' || level === 'warning') log(`Jobs: ${message}`);
  });
}
