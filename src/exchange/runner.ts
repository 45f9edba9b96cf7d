import { randomUUID } from 'node:crypto';
import type { Clock, Instant } from '../kernel/time.ts';
import { HOUR, plus } from '../kernel/time.ts';
import type { Organisation, Reaction, Signals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { startOutboxSleeper } from '../platform/jobs/sleeper.ts';
import type { Bus } from '../platform/live/bus.ts';
import { forgetOldImports } from './commands/forget-imports.ts';
import { claimImport } from './commands/work-on-import.ts';
import { dryRun } from './in/dry-run.ts';
import { takeAll } from './in/take-all.ts';
import { undoAll } from './in/undo-all.ts';
import { workOn } from './in/work.ts';

export type RunnerParts = {
  database: Database;
  clock: Clock;
  react: Reaction;
  organisations(): Promise<Organisation[]>;
  announce(organisation: Organisation, signals: Signals): void;
  log(line: string): void;
};

const FORGOTTEN_AT_ONCE = 2_000;

/** Looks at, takes and takes back files that came in: one at a time on each node, a batch a transaction, beside the job runner. */
export function startImports(parts: RunnerParts & { bus: Bus }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let forgotten: Instant | null = null;
  const work = async (): Promise<null> => {
    const now = parts.clock.now();
    if (forgotten === null || forgotten < plus(now, -HOUR)) {
      forgotten = now;
      await forgetOld(parts);
    }
    await workOnImports(parts, stopping.signal);
    return null;
  };
  const onFault = (fault: Error): void => parts.log(`An import waits: ${fault.message}`);
  const sleeper = startOutboxSleeper({ clock: parts.clock, bus: parts.bus, work, onFault });
  return {
    async stop() {
      stopping.abort();
      await sleeper.stop();
    },
  };
}

/** All that waits, of every organisation. */
export async function workOnImports(parts: RunnerParts, signal = new AbortController().signal): Promise<void> {
  const { database, clock } = parts;
  for (const organisation of await parts.organisations()) {
    for (;;) {
      if (signal.aborted) return;
      const lease = randomUUID();
      const one = await database.transact(organisation.schema, (tx) => claimImport(tx, clock.now(), lease));
      if (!one) break;
      const work = workOn(parts, organisation, one, signal);
      if (one.state === 'previewing') await dryRun(work);
      else if (one.state === 'running') await takeAll(work);
      else await undoAll(work);
    }
  }
}

async function forgetOld({ database, clock, organisations }: RunnerParts): Promise<void> {
  for (const { schema } of await organisations()) {
    const some = () => database.transact(schema, (tx) => forgetOldImports(tx, clock.now(), FORGOTTEN_AT_ONCE));
    while ((await some()) === FORGOTTEN_AT_ONCE);
  }
}
