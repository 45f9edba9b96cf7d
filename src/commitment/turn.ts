import type { Epoch } from '../kernel/time.ts';
import { epochOf } from '../kernel/time.ts';
import type { Organisation } from '../platform/context.ts';
import type { Engine } from './fire.ts';
import { BATCH, fireBatch, LARGEST_BATCH } from './fire.ts';

/** What this node knows of one organisation. Looking costs a short transaction, so it keeps in mind when it need not. */
export type Watched = { organisation: Organisation; nextAt: Epoch; busy: boolean; faults: number };

export const LOOK_NOW = -Infinity;

/** Batches before others that wait get their turn. */
const BATCHES_A_TURN = 16;
/** A due row that somebody else holds is done in milliseconds, or he dies: look again soon, and not in step with him. */
const LOCKED_MS = 25;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 1_000;

/** Fires what is due of one organisation, and says when to look again. `stopped` ends it after the batch in hand. */
async function fireSome(engine: Engine, organisation: Organisation, stopped: () => boolean): Promise<Epoch> {
  let most = BATCH;
  for (let batch = 0; batch < BATCHES_A_TURN && !stopped(); batch += 1) {
    const { claimed, nextAt } = await fireBatch(engine, organisation, most);
    if (claimed === most) {
      most = Math.min(LARGEST_BATCH, most * 2);
      continue;
    }
    const next = nextAt === null ? Infinity : epochOf(nextAt);
    if (next > epochOf(engine.clock.now())) return next;
    if (claimed === 0) return epochOf(engine.clock.now()) + LOCKED_MS * (1 + Math.random());
  }
  return LOOK_NOW;
}

/**
 * One organisation's turn: `watched.nextAt` stands right afterwards, also where somebody woke us for an earlier moment
 * meanwhile, and further away the more often it failed (a database that is down is not asked a thousand times a second).
 */
export async function takeTurn(
  engine: Engine,
  watched: Watched,
  stopped: () => boolean,
  onFault: (fault: unknown, schema: string) => void,
): Promise<void> {
  watched.busy = true;
  watched.nextAt = Infinity;
  try {
    const next = await fireSome(engine, watched.organisation, stopped);
    watched.nextAt = Math.min(watched.nextAt, next);
    watched.faults = 0;
  } catch (fault) {
    const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** watched.faults);
    watched.faults += 1;
    watched.nextAt = epochOf(engine.clock.now()) + backoff * (0.5 + Math.random());
    onFault(fault, watched.organisation.schema);
  } finally {
    watched.busy = false;
  }
}
