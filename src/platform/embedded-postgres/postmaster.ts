import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running server writes about itself into its data directory. */
export type Postmaster = { pid: number; port: number; status: string };

export function readPostmaster(data: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Math.abs(Number(lines[0]));
  return pid > 0 ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() } : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Dead, but nobody has asked how it went: an adopted server is a child of the machine's first process, which may be slow to. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return / Z \d/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** Server and backends all stand in their data directory. Null where the platform cannot tell. */
function standsIn(pid: number, data: string): boolean | null {
  if (process.platform !== 'linux') return null;
  try {
    return readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '') === data;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EACCES' ? null : false;
  }
}

/** The ids of all processes that still work on this data: the server, or what a killed one left behind. */
export function processesOn(data: string): number[] {
  if (process.platform !== 'linux') return [];
  const ids = readdirSync('/proc').map(Number);
  return ids.filter((id) => id > 0 && id !== process.pid && standsIn(id, data));
}

/**
 * The server that runs on this data, if one does. Process ids are reused: a file left by a killed server may name a
 * stranger, and PostgreSQL would then refuse to start. Where that is certain, the file goes.
 */
export function findRunning(data: string): Postmaster | null {
  const found = readPostmaster(data);
  if (!found || !isAlive(found.pid)) return null;
  if (standsIn(found.pid, data) !== false) return found;
  if (processesOn(data).length === 0) rmSync(join(data, 'postmaster.pid'), { force: true });
  return null;
}

export async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > until) return false;
    await sleep(5);
  }
  return true;
}

/** Rolls back what is open, writes everything down and goes; after `patience` ms it is told to drop everything. */
export async function stopPostmaster(data: string, pid: number, patience = 30_000): Promise<void> {
  const gone = (): boolean => !isAlive(pid) || readPostmaster(data)?.pid !== pid;
  for (const [signal, milliseconds] of [
    ['SIGINT', patience],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      // Gone between the look and the signal.
    }
    if (await waitUntil(gone, milliseconds)) break;
  }
  await waitUntil(() => !isAlive(pid), 2_000);
}
