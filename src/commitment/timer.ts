import type { Epoch, Instant } from '../kernel/time.ts';
import { epochOf } from '../kernel/time.ts';
import type { Organisation } from '../platform/context.ts';
import type { Engine } from './fire.ts';
import type { Watched } from './turn.ts';
import { LOOK_NOW, takeTurn } from './turn.ts';

export type TimerOptions = {
  engine: Engine;
  organisations(): Promise<Organisation[]>;
  /** Hears of what went wrong; the timer tries again by itself. `schema` is null where the list itself could not be read. */
  onFault?(fault: unknown, schema: string | null): void;
  /** The safety net: how often everything is looked at though nobody woke us. */
  pollMs?: number;
};

export type Timer = {
  /** A clock of this organisation fires at this moment: sleep no longer than until then. */
  wake(schema: string, at: Instant): void;
  /** Something may have been missed (a connection lost, an organisation made): look at everything now. */
  wakeAll(): void;
  /** Ends after the batches in hand; nothing fires here afterwards. */
  stop(): Promise<void>;
};

const POLL_MS = 10_000;
/** Organisations fired at the same time: leaves connections to those who type. */
const MOST_AT_ONCE = 4;
/** With the database gone, the list of organisations is asked for again so soon. */
const LIST_AGAIN_MS = 500;

/**
 * One per node. Sleeps until the earliest clock of all organisations, is woken for earlier ones, and polls in case nobody
 * woke it. Any number of nodes may run one: rows are claimed under lock, so each fires once. The engine's clock says what is
 * due; sleeping itself is real time, so a clock moved by hand is followed with `fireDue` instead.
 */
export function startTimer({ engine, organisations, onFault = () => {}, pollMs = POLL_MS }: TimerOptions): Timer {
  const watched = new Map<string, Watched>();
  const underWay = new Set<Promise<void>>();
  const now = (): Epoch => epochOf(engine.clock.now());
  let stopped = false;
  let pollAt = now();
  let sleeping: NodeJS.Timeout | undefined;

  function keep(work: Promise<void>): void {
    underWay.add(work);
    void work.finally(() => {
      underWay.delete(work);
      goOn();
    });
  }

  async function poll(): Promise<void> {
    try {
      const list = await organisations();
      const listed = new Set(list.map(({ schema }) => schema));
      for (const schema of watched.keys()) if (!listed.has(schema)) watched.delete(schema);
      for (const organisation of list) look(organisation);
    } catch (fault) {
      pollAt = now() + LIST_AGAIN_MS;
      onFault(fault, null);
    }
  }

  /** One that failed lately keeps its distance. */
  function look(organisation: Organisation): void {
    const known = watched.get(organisation.schema);
    if (!known) watched.set(organisation.schema, { organisation, nextAt: LOOK_NOW, busy: false, faults: 0 });
    else if (known.faults === 0) known.nextAt = LOOK_NOW;
  }

  /** Starts what is due, those waiting longest first, and sleeps until the next is. */
  function goOn(): void {
    clearTimeout(sleeping);
    if (stopped) return;
    const at = now();
    if (pollAt <= at) {
      pollAt = at + pollMs;
      keep(poll());
    }
    const idle = [...watched.values()].filter((one) => !one.busy).sort((one, other) => one.nextAt - other.nextAt);
    const free = Math.max(0, MOST_AT_ONCE - (watched.size - idle.length));
    const due = idle.filter((one) => one.nextAt <= at).slice(0, free);
    for (const one of due) keep(takeTurn(engine, one, () => stopped, onFault));
    // Those who found no room are looked at when a turn ends, which calls this again.
    const later = idle.filter((one) => one.nextAt > at).map((one) => one.nextAt);
    const until = Math.min(pollAt, ...later.slice(0, 1));
    sleeping = setTimeout(goOn, Math.max(1, Math.ceil(until - at)));
  }

  goOn();
  return {
    wake: (schema, at) => {
      const known = watched.get(schema);
      if (!known) pollAt = now();
      else if (known.nextAt > epochOf(at)) known.nextAt = epochOf(at);
      else return;
      goOn();
    },
    wakeAll: () => {
      pollAt = now();
      for (const one of watched.values()) one.faults = 0;
      goOn();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(sleeping);
      await Promise.all(underWay);
    },
  };
}
