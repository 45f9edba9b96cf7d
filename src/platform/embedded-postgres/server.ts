import { spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, diskFull } from '../cannot-start.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { dataOf, environment } from './cluster.ts';
import { isAlive, readPostmaster, waitUntil } from './postmaster.ts';
import { serverArguments, type Wanted } from './settings.ts';

const LARGEST_LOG = 16 * 1024 * 1024;
/** Replaying the log after a crash can take this long on a slow disk. */
const RECOVERY = 120_000;

export type Place = { directory: string; binaries: Binaries; account: Account; wanted: Wanted };

export function logOf(directory: string): string {
  return join(directory, 'server.log');
}

/** A port of this machine that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

type Attempt = { pid: number; complaint: string | null };

/**
 * Starts the server and waits until it answers. Tried again where somebody took the port in between (unless `port`
 * is wanted and nothing else will do), and where backends of a killed server have not all left yet.
 */
export async function launch(place: Place, port?: number): Promise<{ pid: number; port: number }> {
  let complaint = '';
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const chosen = port ?? (await freePort());
    const answer = await launchOnce(place, chosen);
    if (answer.complaint === null) return { pid: answer.pid, port: chosen };
    complaint = answer.complaint;
    if (/no space left|quota exceeded/i.test(complaint)) throw diskFull(place.directory);
    if (!/could not (bind|create any TCP)|shared memory block|lock file .* already exists/i.test(complaint)) break;
    await sleep(250);
  }
  const why = complaint.match(/FATAL: +(.*)/)?.[1] ?? complaint.trim().split('\n').at(-1) ?? '';
  throw new CannotStart(
    'start.database_failed',
    `PostgreSQL did not start: ${why} (${logOf(place.directory)} says more).`,
  );
}

async function launchOnce(place: Place, port: number): Promise<Attempt> {
  const data = dataOf(place.directory);
  const log = openLog(place.directory);
  const before = fstatSync(log).size;
  const [first, ...rest] = [
    ...place.account.wrap,
    place.binaries.postgres,
    ...serverArguments(place.binaries, data, port, place.wanted),
  ];
  // Detached: a session of its own, so that the terminal's Ctrl-C is ours to answer, in order.
  const child = spawn(first!, rest, {
    cwd: '/',
    env: environment(place.binaries),
    detached: true,
    stdio: ['ignore', log, log],
    ...place.account.runAs,
  });
  closeSync(log);
  let over = false;
  child.on('error', () => (over = true));
  child.on('exit', () => (over = true));
  child.unref();
  const pid = child.pid ?? 0;
  const ready = (): boolean => {
    const found = readPostmaster(data);
    return found?.pid === pid && found.status === 'ready';
  };
  await waitUntil(() => over || ready(), RECOVERY);
  return { pid, complaint: over || !ready() ? complaintSince(place.directory, before) : null };
}

function openLog(directory: string): number {
  const path = logOf(directory);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_LOG) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}

function complaintSince(directory: string, position: number): string {
  const file = openSync(logOf(directory), 'r');
  try {
    const rest = Buffer.alloc(Math.min(64 * 1024, Math.max(0, fstatSync(file).size - position)));
    readSync(file, rest, 0, rest.length, position);
    return rest.toString('utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * Starts the server again, on the same port, whenever it dies without having been told to. Looked at by its id, not
 * by the child's exit, because an adopted server is nobody's child.
 */
export function keepRunning(
  place: Place,
  running: { pid: number; port: number },
  log: (line: string) => void,
): () => Promise<void> {
  let wanted = true;
  let restarting: Promise<void> = Promise.resolve();
  const look = (): void => {
    if (!wanted || isAlive(running.pid)) return;
    clearInterval(timer);
    log('The database was killed; starting it again.');
    restarting = launch(place, running.port).then(
      ({ pid }) => {
        running.pid = pid;
        if (wanted) timer = setInterval(look, 200).unref();
      },
      (fault: Error) => log(fault.message),
    );
  };
  let timer = setInterval(look, 200).unref();
  return async () => {
    wanted = false;
    clearInterval(timer);
    await restarting;
  };
}
