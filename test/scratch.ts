import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps in memory what is written here. */
const MEMORY = '/dev/shm';
/** A run holds a database server with a few dozen small databases at once, a browser and its profiles. */
const ROOM = 4 * 1024 ** 3;
const NAME = /^huiyin-tests-(\d+)$/;

/**
 * Where a run keeps what it throws away, for `TMPDIR`: in memory where there is room, for making a small database on a disk
 * takes some of them longer than most tests do. Takes away what killed runs left there.
 */
export function makeScratch(): { path: string; remove(): void } {
  const memory = roomIn(MEMORY);
  if (memory) sweep(MEMORY);
  const path = join(memory ? MEMORY : tmpdir(), `huiyin-tests-${process.pid}`);
  // whoever runs the database server, where that is not root, goes through it
  mkdirSync(path, { recursive: true, mode: 0o755 });
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function roomIn(directory: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}

function sweep(directory: string): void {
  for (const name of readdirSync(directory)) {
    const pid = NAME.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) rmSync(join(directory, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}
