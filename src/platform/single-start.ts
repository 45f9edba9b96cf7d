import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, inWords, notWritable } from './cannot-start.ts';

/** A process that was just killed may need a moment to be gone. */
const PATIENCE = 500;

export type Hold = { release(): void };

/** Kept from the garbage collector, which would close the lock of a holder who let go of his `Hold`. */
const locks = new Set<DatabaseSync>();

/**
 * Takes a directory for this process alone, until `release` or until the process ends, however it ends.
 *
 * A file naming a process id outlives `kill -9`, and telling the living from the dead by ids is guesswork (ids are
 * reused, and mean nothing across containers that share a volume). The kernel knows better: it frees a file lock with
 * its process. Node has no call for one, but the SQLite inside it takes a real one on every platform; no database is
 * ever written. The pid file beside it only helps the refusal to say who holds it.
 */
export function holdAlone(directory: string): Hold {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (fault) {
    throw inWords(fault, directory);
  }
  const whoFile = join(directory, 'lock.pid');
  const lock = takeLock(directory, whoFile);
  try {
    writeFileSync(whoFile, `${process.pid}\n`, { mode: 0o600 });
  } catch (fault) {
    lock.close();
    throw inWords(fault, directory);
  }
  locks.add(lock);
  return {
    release() {
      if (locks.delete(lock)) lock.close();
    },
  };
}

/** Holds `directory` alone, after whoever does so now: two starts beside each other do a thing once. */
export async function holdInTurn(directory: string, onWait: () => void = () => {}): Promise<Hold> {
  for (let told = false; ; told = true) {
    try {
      return holdAlone(directory);
    } catch (fault) {
      if (!(fault instanceof CannotStart) || fault.code !== 'start.already_running') throw fault;
      if (!told) onWait();
      await sleep(500);
    }
  }
}

function takeLock(directory: string, whoFile: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(directory, 'lock'), { timeout: PATIENCE });
    lock.exec('pragma journal_mode = off; begin exclusive');
    return lock;
  } catch (fault) {
    lock?.close();
    if (String(fault).includes('locked')) throw alreadyRunning(directory, whoFile);
    throw notWritable(directory);
  }
}

function alreadyRunning(directory: string, whoFile: string): CannotStart {
  let who = '';
  try {
    who = ` (process ${readFileSync(whoFile, 'utf8').trim()})`;
  } catch {
    // The other one is between taking the lock and writing its name; the refusal is as true without it.
  }
  return new CannotStart(
    'start.already_running',
    `Huiyin already runs on ${directory}${who}. Stop that one first, or give this one another directory, or set DATABASE_URL for both to share one server.`,
  );
}
