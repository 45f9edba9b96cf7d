import type { Clock, Instant } from '../../kernel/time.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import type { Organisation } from '../context.ts';
import { soonest } from '../context.ts';
import type { Bus } from '../live/bus.ts';
import { openLocks } from './locks.ts';
import { startOutboxSleeper } from './sleeper.ts';

/** Something outside that one node at a time holds a line to: a mailbox, a telephone exchange. */
export type Line = { id: string; /** Whatever the line is held otherwise once it changes. */ asItIs: string };

export type LaneParts<Of extends Line> = {
  url: string;
  clock: Clock;
  bus: Bus;
  organisations(): Promise<Organisation[]>;
  log(line: string): void;
  /** What they are called: names their locks and what is logged of them. */
  name: string;
  /** Those that are on. */
  wanted(organisation: Organisation): Promise<Of[]>;
  /** Holds one until `signal`; throws where it is lost. */
  hold(organisation: Organisation, line: Of, signal: AbortSignal): Promise<void>;
  /** One was lost, for this reason. */
  lost(organisation: Organisation, line: Of, fault: unknown): Promise<void>;
};

type Lane = { schema: string; of: string; ending: AbortController; running: Promise<void> };
type Rest = { of: string; failures: number; until: Instant };
type Lanes<Of extends Line> = { parts: LaneParts<Of>; lanes: Map<string, Lane>; rests: Map<string, Rest> };

/** After a failure it waits so long, and from the last on always so. */
const WAITS = [5 * SECOND, 15 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE];

/**
 * Holds every line of every organisation, each by one node at a time, for as long as it is on; begins, ends and begins anew as they are
 * added, switched off or changed.
 */
export function startLanes<Of extends Line>(parts: LaneParts<Of>): { stop(): Promise<void> } {
  const all: Lanes<Of> = { parts, lanes: new Map(), rests: new Map() };
  const stopping = new AbortController();
  const lockOf = ({ id }: Of): string => `huiyin.${parts.name}.${id}`;
  const locks = openLocks(parts.url, () => {
    // others may hold them now
    for (const lane of all.lanes.values()) lane.ending.abort();
    sleeper.wakeNow();
  });
  const ended = (line: Of): void => {
    void locks.free(lockOf(line)).finally(() => sleeper.wakeNow());
  };
  const work = async (): Promise<Instant | null> => {
    let next: Instant | null = null;
    for (const organisation of await parts.organisations()) {
      if (stopping.signal.aborted) return null;
      const on = await parts.wanted(organisation);
      endOthers(all, organisation, on);
      for (const line of on) {
        if (all.lanes.has(line.id)) continue;
        const rest = all.rests.get(line.id);
        // one that was changed meanwhile is tried at once
        if (rest?.of === line.asItIs && rest.until > parts.clock.now()) next = soonest(next, rest.until);
        else if (await locks.take(lockOf(line))) begin(all, organisation, line, ended);
      }
    }
    return next;
  };
  const onFault = (fault: Error): void => parts.log(`Each ${parts.name} waits: ${fault.message}`);
  const sleeper = startOutboxSleeper({ clock: parts.clock, bus: parts.bus, work, onFault });
  return {
    async stop() {
      stopping.abort();
      await sleeper.stop();
      for (const lane of all.lanes.values()) lane.ending.abort();
      await Promise.all([...all.lanes.values()].map(({ running }) => running));
      await locks.stop();
    },
  };
}

function endOthers<Of extends Line>({ lanes, rests }: Lanes<Of>, organisation: Organisation, on: readonly Of[]): void {
  const wanted = new Set(on.map(({ asItIs }) => asItIs));
  for (const [id, lane] of lanes)
    if (lane.schema === organisation.schema && !wanted.has(lane.of)) {
      lane.ending.abort();
      rests.delete(id);
    }
}

function begin<Of extends Line>(
  { parts, lanes, rests }: Lanes<Of>,
  organisation: Organisation,
  line: Of,
  ended: (line: Of) => void,
): void {
  const ending = new AbortController();
  const began = parts.clock.now();
  const running = parts
    .hold(organisation, line, ending.signal)
    .then(() => void rests.delete(line.id))
    .catch(async (fault: unknown) => {
      if (ending.signal.aborted) return;
      // one that went well for a while begins to count anew
      const former = plus(began, MINUTE) < parts.clock.now() ? undefined : rests.get(line.id);
      const failures = (former?.failures ?? 0) + 1;
      rests.set(line.id, {
        of: line.asItIs,
        failures,
        until: plus(parts.clock.now(), WAITS[Math.min(failures, WAITS.length) - 1]!),
      });
      await parts.lost(organisation, line, fault);
    })
    .finally(() => {
      lanes.delete(line.id);
      ended(line);
    });
  lanes.set(line.id, { schema: organisation.schema, of: line.asItIs, ending, running });
}
