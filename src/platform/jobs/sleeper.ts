import type { Clock, Instant } from '../../kernel/time.ts';
import { between } from '../../kernel/time.ts';
import { soonest } from '../context.ts';
import type { Bus } from '../live/bus.ts';

/** Looks for itself this often: a wake-up may be lost with its connection. */
const SAFETY_NET = 15_000;
/** What is due and yet was left is in somebody else's hands: looked for again after this. */
const HELD_ELSEWHERE = 50;
const AFTER_FAULT = 1_000;
/** Rests at least this long between two looks: what a busy hour brings in the meantime is done together. */
const REST = 100;

export type Sleeper = {
  /** Something falls due at this moment: sleep no longer than until then. */
  wake(at: Instant): void;
  /** Look now. */
  wakeNow(): void;
  /** Ends after the work in hand. */
  stop(): Promise<void>;
};

type Parts = {
  clock: Clock;
  /** Answers when there is something to do next. */
  work(): Promise<Instant | null>;
  onFault(fault: Error): void;
};

type State = Parts & {
  timer: NodeJS.Timeout | undefined;
  /** Slept until; while working: what woke us meanwhile. */
  wakeAt: Instant | null;
  working: Promise<void> | null;
  /** Not before this, by the process's own time. */
  restsUntil: number;
  stopped: boolean;
};

/** Does `work` again and again, sleeping until the moment it answers with, or until woken earlier. */
export function startSleeper(parts: Parts): Sleeper {
  const state: State = { ...parts, timer: undefined, wakeAt: null, working: null, restsUntil: 0, stopped: false };
  sleep(state, 0);
  return {
    wake(at) {
      if (state.working) state.wakeAt = soonest(state.wakeAt, at);
      else if (state.wakeAt === null || at < state.wakeAt) sleepUntil(state, at);
    },
    wakeNow() {
      if (state.working) state.wakeAt = parts.clock.now();
      else sleep(state, 0);
    },
    async stop() {
      state.stopped = true;
      clearTimeout(state.timer);
      await state.working;
    },
  };
}

/** The same, woken by whatever is laid ready in an outbox; deaf to it from the moment it is stopped. */
export function startOutboxSleeper({ bus, ...parts }: Parts & { bus: Bus }): Sleeper {
  const sleeper = startSleeper(parts);
  const deaf = [bus.on('outbox', (_schema, at) => sleeper.wake(at)), bus.onGap(sleeper.wakeNow)];
  return {
    ...sleeper,
    stop() {
      for (const stop of deaf) stop();
      return sleeper.stop();
    },
  };
}

function sleep(state: State, milliseconds: number): void {
  clearTimeout(state.timer);
  const rest = state.restsUntil - performance.now();
  if (!state.stopped) state.timer = setTimeout(() => begin(state), Math.max(milliseconds, rest));
}

function sleepUntil(state: State, at: Instant | null): void {
  state.wakeAt = at;
  sleep(state, at === null ? SAFETY_NET : Math.min(Math.max(0, between(state.clock.now(), at)), SAFETY_NET));
}

function begin(state: State): void {
  state.wakeAt = null;
  state.working ??= turn(state).finally(() => {
    state.working = null;
  });
}

async function turn(state: State): Promise<void> {
  try {
    const next = await state.work();
    state.restsUntil = performance.now() + REST;
    if (next !== null && next <= state.clock.now()) sleep(state, HELD_ELSEWHERE);
    else sleepUntil(state, soonest(next, state.wakeAt));
  } catch (fault) {
    state.onFault(fault as Error);
    sleep(state, AFTER_FAULT);
  }
}
