import type { Clock, Instant } from '../kernel/time.ts';
import { system } from '../organisation/can.ts';
import type { Context, Organisation, Reaction, Signals } from '../platform/context.ts';
import { noSignals } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Tx } from '../platform/tx.ts';
import type { Commitment } from './commitment.ts';
import { fireRows } from './fire-rows.ts';
import type { Climb } from './ladder.ts';
import type { EndedPause } from './pausing.ts';

/** A commitment as it stands after a rung was climbed, with that rung. */
export type CommitmentClimb = Climb & { commitment: Commitment };

/**
 * What follows when clocks fire: messages, rectification notices, rulings (src/reactions). Called inside the firing transaction, so
 * whatever it writes stands exactly once or not at all. It writes set-based, for a batch holds dozens; where it throws, its
 * rows are tried one by one and the guilty one is set aside.
 */
export type Effects = {
  /** The climbs of one commitment stand together, lowest first; after an outage there are several, and `last` marks the one to tell. */
  onRungs(context: Context, climbs: CommitmentClimb[]): Promise<void>;
  /** Pauses whose limit came: the clock goes on, and somebody ought to know. Called before the rungs. */
  onPauseEnded(context: Context, ended: { commitment: Commitment; pause: EndedPause }[]): Promise<void>;
};

export type Engine = {
  database: Database;
  clock: Clock;
  react: Reaction;
  effects: Effects;
  /** Called after each committed batch. */
  announce(organisation: Organisation, signals: Signals): void;
};

export type Fired = {
  /** How many rows were claimed: as many as asked for means that more may be due. */
  claimed: number;
  /** How many of them failed and stand aside now. */
  setAside: number;
  /** When the organisation fires next; already past where another node holds the row. */
  nextAt: Instant | null;
};

/**
 * A batch holds its rows' locks for some milliseconds, and a command on one of their tickets waits so long: so it begins small, and grows
 * only while more is due than fits, when most of the time goes into round trips and commits.
 */
export const BATCH = 64;
export const LARGEST_BATCH = 256;

/** The due rows, as many as fit, that nobody else holds. Index only: what is not due costs nothing. */
export function dueRows(tx: Tx, now: Instant, most: number) {
  return tx
    .selectFrom('commitment')
    .selectAll()
    .where('next_fire_at', '<=', now)
    .orderBy('next_fire_at')
    .orderBy('id')
    .limit(most)
    .forNoKeyUpdate()
    .skipLocked();
}

/** When the next clock of this organisation fires: the first entry of the partial index. */
export async function nextFireAt(tx: Tx): Promise<Instant | null> {
  const row = await tx
    .selectFrom('commitment')
    .select('next_fire_at')
    .where('next_fire_at', 'is not', null)
    .orderBy('next_fire_at')
    .limit(1)
    .executeTakeFirst();
  return row?.next_fire_at ?? null;
}

/** Fires one batch of one organisation in one transaction: claims, climbs, journals, lets effects follow, sets the next moment. */
export async function fireBatch(engine: Engine, organisation: Organisation, most = BATCH): Promise<Fired> {
  const signals = noSignals();
  const fired = await engine.database.transact(organisation.schema, async (tx) => {
    const now = engine.clock.now();
    const rows = await dueRows(tx, now, most).execute();
    const context: Context = { tx, now, actor: system, organisation, signals, react: engine.react, depth: 0 };
    const setAside = rows.length === 0 ? 0 : await fireRows(context, engine.effects, rows);
    // What was fired may have another rung: only the index knows the earliest now.
    return { claimed: rows.length, setAside, nextAt: await nextFireAt(tx) };
  });
  if (fired.claimed > 0) engine.announce(organisation, signals);
  return fired;
}

/** Fires all that is due by the engine's clock; for clocks moved by hand (stories, imports, the demo). Says how many rows. */
export async function fireDue(engine: Engine, organisation: Organisation): Promise<number> {
  let all = 0;
  for (;;) {
    const { claimed, nextAt } = await fireBatch(engine, organisation);
    all += claimed;
    if (claimed === 0 || nextAt === null || nextAt > engine.clock.now()) return all;
  }
}
