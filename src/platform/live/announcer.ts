import type { Signals } from '../context.ts';
import { isSilent, merge, notices } from './news.ts';

/**
 * A notice in every transaction would serialise commits (12,300 small transactions a second became 3,600), so what
 * commits within this many milliseconds is told in one breath.
 */
const BREATH = 20;
const RETRY = 500;

export type Announcer = {
  /** To be called once a transaction has committed, and only then. */
  announce(schema: string, signals: Signals): void;
  /** Tells what is still waiting. */
  stop(): Promise<void>;
};

/** Gathers what the transactions of this node changed and hands it to `send` as notices. Never throws, never waits. */
export function createAnnouncer(send: (notices: string[]) => Promise<void>, breath = BREATH): Announcer {
  let waiting = new Map<string, Signals>();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();

  function plan(delay: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      sending = sending.then(tell);
    }, delay);
  }

  async function tell(): Promise<void> {
    const told = waiting;
    waiting = new Map();
    const messages = [...told].flatMap(([schema, signals]) => notices(schema, signals));
    if (messages.length === 0) return;
    try {
      await send(messages);
    } catch {
      // the database is away: keep it, merged with what comes meanwhile, so that it cannot grow without bound
      for (const [schema, signals] of told) waiting.set(schema, merge(waiting.get(schema), signals));
      plan(RETRY);
    }
  }

  return {
    announce(schema, signals) {
      if (isSilent(signals)) return;
      waiting.set(schema, merge(waiting.get(schema), signals));
      plan(breath);
    },
    async stop() {
      clearTimeout(timer);
      await sending;
      await tell();
      clearTimeout(timer);
    },
  };
}
