import { realpathSync, rmSync } from 'node:fs';
import { inWords } from '../cannot-start.ts';
import { holdAlone, type Hold } from '../single-start.ts';
import { chooseAccount } from './account.ts';
import { adopt, makeDatabase, urlOf } from './adopt.ts';
import { locateBinaries } from './binaries.ts';
import {
  dataOf,
  hasCluster,
  makeCluster,
  passwordOf,
  refuseFullDisk,
  refuseOtherMajor,
  ROLE,
  unfinished,
} from './cluster.ts';
import { stopPostmaster } from './postmaster.ts';
import { keepRunning, launch, type Place } from './server.ts';
import type { Settings } from './settings.ts';
import { cleanUpAfterUs } from './watchdog.ts';

export type EmbeddedPostgres = {
  /** Of the database `huiyin`, as its superuser; password within, so never to be logged. */
  url: string;
  /** Of the server; another one after it was killed and started again. */
  readonly postmasterPid: number;
  /** Closes the server in order and waits for it. Calling it again waits for the same stop. */
  stop(): Promise<void>;
};

export type EmbeddedPostgresOptions = {
  /** Everything stands in it: data, password, log, lock. Made where it is missing. */
  directory: string;
  /** Lines for a person: what takes long, what was unusual. */
  log?: (line: string) => void;
  /** False only for tests: nothing is forced to disk. */
  durable?: boolean;
  settings?: Settings;
  /** Tests only: the server stops and the whole directory is removed when this process ends, however it ends. */
  temporary?: boolean;
};

/**
 * Starts the PostgreSQL that comes with Huiyin on `directory`, or takes over the one that a killed Huiyin left there.
 * If the server dies, it is started again under the same url. Refuses with `CannotStart`, a sentence for a person.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const hold = holdAlone(options.directory);
  try {
    return await start(options, realpathSync(options.directory), hold);
  } catch (fault) {
    hold.release();
    throw inWords(fault, options.directory);
  }
}

async function start(options: EmbeddedPostgresOptions, directory: string, hold: Hold): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  if (options.temporary) cleanUpAfterUs(directory);
  const place = await prepare(options, directory, log);
  const password = passwordOf(directory);
  const running = (await adopt(place, password, log)) ?? (await launch(place));
  const url = urlOf(running.port, password, ROLE);
  await makeDatabase(running.port, password);
  const rest = keepRunning(place, running, log);
  const atExit = (): void => interrupt(running.pid);
  process.once('exit', atExit);
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await rest();
    await stopPostmaster(dataOf(directory), running.pid);
    process.removeListener('exit', atExit);
    if (options.temporary) rmSync(directory, { recursive: true, force: true });
    hold.release();
  };
  return {
    url,
    get postmasterPid() {
      return running.pid;
    },
    stop: () => (stopped ??= stop()),
  };
}

/** Finds binaries and an account, and makes the cluster where there is none yet. */
async function prepare(
  options: EmbeddedPostgresOptions,
  directory: string,
  log: (line: string) => void,
): Promise<Place> {
  const durable = options.durable ?? true;
  const wanted = { durable, settings: options.settings ?? {} };
  refuseFullDisk(directory);
  const binaries = locateBinaries(directory);
  if (hasCluster(directory)) {
    refuseOtherMajor(directory, binaries);
    return { directory, binaries, account: chooseAccount(binaries, dataOf(directory)), wanted };
  }
  rmSync(unfinished(directory), { recursive: true, force: true });
  log('Making a new database.');
  const account = chooseAccount(binaries, unfinished(directory));
  await makeCluster(directory, binaries, account, passwordOf(directory), durable);
  return { directory, binaries, account, wanted };
}

/** The last thing a process can do that ends without having stopped its server. */
function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // Gone already.
  }
}
