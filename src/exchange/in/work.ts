import { actorOf } from '../../organisation/queries.ts';
import type { Context, Organisation } from '../../platform/context.ts';
import { noSignals } from '../../platform/context.ts';
import type { Tx } from '../../platform/tx.ts';
import type { Import } from '../commands/work-on-import.ts';
import { endWork, giveBack, noteDone, standingOf } from '../commands/work-on-import.ts';
import type { RunnerParts } from '../runner.ts';
import type { ListImportState } from '../table.ts';
import type { ListIn } from './list-in.ts';
import { listIn } from './lists-in.ts';

/** Work on one import: who does it in whose name, and how it is told. */
export type Work = {
  one: Import;
  list: ListIn;
  /** A transaction in the name of whoever asked for it; what it changed is announced once committed. */
  transact<Result>(work: (context: Context) => Promise<Result>): Promise<Result>;
  /** Whether the next batch may begin. */
  goesOn(context: Pick<Context, 'tx'>): Promise<boolean>;
  /** Says how far it has come; the last statement of a batch. */
  noteDone(context: Pick<Context, 'tx'>, done: number): Promise<void>;
  /** The same, of which nothing stays. */
  rolledBack(work: (context: Context) => Promise<void>): Promise<void>;
  /** Comes to an end as `state`. Null, as it was told not to go on: stopped by hand, or given back to be gone on with. */
  end(state: ListImportState | null): Promise<void>;
};

export function workOn(parts: RunnerParts, organisation: Organisation, one: Import, signal: AbortSignal): Work {
  const { database } = parts;
  let standing: 'mine' | 'lost' | 'stopped' = 'mine';
  const transact: Work['transact'] = async (work) => {
    const signals = noSignals();
    signals.changed.set(one.id, 'import');
    const result = await database.transact(organisation.schema, async (tx) =>
      work({ ...(await contextFor(parts, organisation, one, tx)), signals }),
    );
    parts.announce(organisation, signals);
    return result;
  };
  return {
    one,
    list: listIn(one.list),
    transact,
    rolledBack: (work) => rolledBack(parts, organisation, one, work),
    async goesOn({ tx }) {
      standing = await standingOf(tx, one);
      return standing === 'mine' && !signal.aborted;
    },
    noteDone: ({ tx }, done) => noteDone(tx, one, parts.clock.now(), done),
    async end(state) {
      if (state !== null) await transact((context) => endWork(context, one, state));
      else if (standing === 'stopped') await transact((context) => endWork(context, one, stoppedAs(one)));
      else if (standing === 'mine') await database.transact(organisation.schema, (tx) => giveBack(tx, one));
    },
  };
}

function stoppedAs({ state }: Import): ListImportState {
  return state === 'previewing' ? 'ready' : 'stopped';
}

/** In the name of whoever asked, with his rights of now, and no more than he asked with. */
async function contextFor(parts: RunnerParts, organisation: Organisation, one: Import, tx: Tx): Promise<Context> {
  const now = parts.clock.now();
  const actor = await actorOf(tx, one.person_id, now);
  if (!actor) throw new Error('whoever asked for it does not work here any more');
  const only = one.only_rights ? { ...actor, only: one.only_rights } : actor;
  return { tx, now, actor: only, organisation, signals: noSignals(), react: parts.react, depth: 0 };
}

/** Carries out of a transaction that nothing of it is to stay. */
class RolledBackError extends Error {}

/** All of it happens, and nothing of it did: rules, rights and keys answer as they would. */
async function rolledBack(
  parts: RunnerParts,
  organisation: Organisation,
  one: Import,
  work: (context: Context) => Promise<void>,
): Promise<void> {
  try {
    await parts.database.transact(organisation.schema, async (tx) => {
      await work(await contextFor(parts, organisation, one, tx));
      throw new RolledBackError();
    });
  } catch (error) {
    if (!(error instanceof RolledBackError)) throw error;
  }
}
