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

type Node = Required<TimerOptions> & {
  watched: Map<string, Watched>;
  underWay: Set<Promise<void>>;
  stopped: boolean;
  pollAt: Epoch;
  sleeping: NodeJS.Timeout | undefined;
};

function nowOf(node: Node): Epoch {
  return epochOf(node.engine.clock.now());
}

function keep(node: Node, work: Promise<void>): void {
  node.underWay.add(work);
  void work.finally(() => {
    node.underWay.delete(work);
    goOn(node);
  });
}

/** Reads the list anew and looks at everything on it; one that failed lately keeps its distance. */
async function poll(node: Node): Promise<void> {
  const { watched } = node;
  try {
    const list = await node.organisations();
    const listed = new Set(list.map(({ schema }) => schema));
    for (const schema of watched.keys()) if (!listed.has(schema)) watched.delete(schema);
    for (const organisation of list) {
      const known = watched.get(organisation.schema);
      if (!known) watched.set(organisation.schema, { organisation, nextAt: LOOK_NOW, busy: false, faults: 0 });
      else if (known.faults === 0) known.nextAt = LOOK_NOW;
    }
  } catch (fault) {
    node.pollAt = nowOf(node) + LIST_AGAIN_MS;
    node.onFault(fault, null);
  }
}

/** Starts what is due, those waiting longest first, and sleeps until the next is. */
function goOn(node: Node): void {
  clearTimeout(node.sleeping);
  if (node.stopped) return;
  const at = nowOf(node);
  if (node.pollAt <= at) {
    node.pollAt = at + node.pollMs;
    keep(node, poll(node));
  }
  const idle = [...node.watched.values()]
    .filter((one) => !one.busy)
    .toSorted((one, other) => one.nextAt - other.nextAt);
  const free = Math.max(0, MOST_AT_ONCE - (node.watched.size - idle.length));
  for (const one of idle.filter(({ nextAt }) => nextAt <= at).slice(0, free))
    keep(
      node,
      takeTurn(node.engine, one, () => node.stopped, node.onFault),
    );
  // those who found no room are looked at when a turn ends, which calls this again
  const next = idle.find(({ nextAt }) => nextAt > at)?.nextAt ?? Infinity;
  node.sleeping = setTimeout(() => goOn(node), Math.max(1, Math.ceil(Math.min(node.pollAt, next) - at)));
}

/**
 * One per node. Sleeps until the earliest clock of all organisations, is woken for earlier ones, and polls in case nobody
 * woke it. Any number of nodes may run one: rows are claimed under lock, so each fires once. The engine's clock says what is
 * due; sleeping itself is real time, so a clock moved by hand is followed with `fireDue` instead.
 */
export function startTimer({ onFault = () => {}, pollMs = POLL_MS, ...rest }: TimerOptions): Timer {
  const state = {
    watched: new Map(),
    underWay: new Set<Promise<void>>(),
    stopped: false,
    pollAt: 0,
    sleeping: undefined,
  };
  const node: Node = { ...rest, onFault, pollMs, ...state };
  goOn(node);
  return {
    wake(schema, at) {
      const known = node.watched.get(schema);
      if (!known) node.pollAt = 0;
      else if (known.nextAt > epochOf(at)) known.nextAt = epochOf(at);
      else return;
      goOn(node);
    },
    wakeAll() {
      node.pollAt = 0;
      for (const one of node.watched.values()) one.faults = 0;
      goOn(node);
    },
    async stop() {
      node.stopped = true;
      clearTimeout(node.sleeping);
      await Promise.all(node.underWay);
    },
  };
}
