import { fireDue, nextFireAt } from '../commitment/fire.ts';
import type { Engine } from '../commitment/fire.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant, MovedClock } from '../kernel/time.ts';
import { epochOf } from '../kernel/time.ts';
import { actorOf } from '../organisation/queries.ts';
import type { Context, Organisation } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Tx } from '../platform/tx.ts';
import type { Estate } from './estate.ts';
import type { Random } from './random.ts';

/** Something that somebody will do at a moment. */
type Planned = { at: Instant; order: number; act: () => Promise<void> };

/** Where the demo's history is played: people act at their moments, and between them the clocks fire at theirs. */
export type Stage = {
  clock: MovedClock;
  random: Random;
  estate: Estate;
  people: ReadonlyMap<string, Id<'person'>>;
  departments: ReadonlyMap<string, Id<'department'>>;
  as<Result>(username: string, work: (context: Context) => Promise<Result>): Promise<Result>;
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** What lies beyond the end never happens: the matter is still open when the curtain falls. */
  plan(at: Instant, act: () => Promise<void>): void;
  play(until: Instant, progress: (share: number) => void): Promise<void>;
};

export type StageParts = {
  database: Database;
  organisation: Organisation;
  engine: Engine;
  clock: MovedClock;
  random: Random;
  estate: Estate;
  people: ReadonlyMap<string, Id<'person'>>;
  departments: ReadonlyMap<string, Id<'department'>>;
};

export function stageFrom(parts: StageParts): Stage {
  const { database, organisation, engine, clock } = parts;
  const planned: Planned[] = [];
  let order = 0;
  const as: Stage['as'] = (username, work) =>
    database.transact(organisation.schema, async (tx) => {
      const now = clock.now();
      const actor = await actorOf(tx, parts.people.get(username)!, now);
      if (!actor) throw new Error(`nobody works here as ${username}`);
      return work({ tx, now, actor, organisation, signals: noSignals(), react: engine.react, depth: 0 });
    });
  const insert = (one: Planned): void => {
    let low = 0;
    let high = planned.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const before = planned[middle]!;
      if (before.at < one.at || (before.at === one.at && before.order < one.order)) low = middle + 1;
      else high = middle;
    }
    planned.splice(low, 0, one);
  };
  return {
    ...parts,
    as,
    read: (work) => database.read(organisation.schema, work),
    plan: (at, act) => insert({ at, order: (order += 1), act }),
    async play(until, progress) {
      const start = clock.now();
      while (planned.length > 0 && planned[0]!.at <= until) {
        const { at, act } = planned.shift()!;
        await fireUntil(engine, organisation, clock, at);
        await act();
        progress((epochOf(at) - epochOf(start)) / (epochOf(until) - epochOf(start)));
      }
      await fireUntil(engine, organisation, clock, until);
    },
  };
}

/** Lets time pass: every clock fires at its own moment on the way. */
async function fireUntil(
  engine: Engine,
  organisation: Organisation,
  clock: MovedClock,
  moment: Instant,
): Promise<void> {
  for (;;) {
    const next = await engine.database.read(organisation.schema, nextFireAt);
    if (next === null || next > moment) break;
    if (next > clock.now()) clock.set(next);
    await fireDue(engine, organisation);
  }
  if (moment > clock.now()) clock.set(moment);
}
