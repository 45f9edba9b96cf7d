import type { Engine } from './commitment/fire.ts';
import { startTimer } from './commitment/timer.ts';
import type { Organisation } from './platform/context.ts';
import type { Bus } from './platform/live/bus.ts';

/** The timer polls every ten seconds; one that has not looked for this long no longer runs. */
const SILENT = 45_000;

export type RunningClock = { runs(): boolean; stop(): Promise<void> };

/** The timer of this node, woken by what any node sets. */
export function startClock(parts: {
  engine: Engine;
  organisations(): Promise<Organisation[]>;
  bus: Bus;
  log(line: string): void;
}): RunningClock {
  let lookedAt = performance.now();
  const timer = startTimer({
    engine: parts.engine,
    organisations() {
      lookedAt = performance.now();
      return parts.organisations();
    },
    onFault: (fault, schema) => parts.log(`The clock tries again (${schema ?? 'all'}): ${(fault as Error).message}`),
  });
  const deaf = [parts.bus.on('fire', timer.wake), parts.bus.onGap(timer.wakeAll)];
  return {
    runs: () => performance.now() - lookedAt < SILENT,
    async stop() {
      for (const stop of deaf) stop();
      await timer.stop();
    },
  };
}
