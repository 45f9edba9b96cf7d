import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUpAfterUs } from '../src/platform/embedded-postgres/watchdog.ts';

/** Linux keeps in memory what is written here. */
const MEMORY = '/dev/shm';
/** A run holds a database server with a few dozen small databases at once, a browser and its profiles. */
const ROOM = 4 * 1024 ** 3;

/**
 * Where a run keeps what it throws away, for `TMPDIR`: in memory where there is room and nobody named another place, for making
 * a small database on a disk takes some of them longer than most tests do. It goes with the run, even with a killed one.
 */
export function makeScratch(): { path: string; remove(): void } {
  const inMemory = process.env['TMPDIR'] === undefined && hasRoom(MEMORY);
  const path = join(inMemory ? MEMORY : tmpdir(), `huiyin-tests-${process.pid}`);
  // whoever runs the database server, where that is not root, goes through it
  mkdirSync(path, { recursive: true, mode: 0o755 });
  cleanUpAfterUs(path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function hasRoom(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}
