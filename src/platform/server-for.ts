import { join } from 'node:path';
import { checkServer } from './check-server.ts';
import { CannotStart } from './cannot-start.ts';
import { urlOf } from './embedded-postgres/adopt.ts';
import { dataOf, hasCluster, passwordOf, ROLE } from './embedded-postgres/cluster.ts';
import { readPostmaster } from './embedded-postgres/postmaster.ts';
import { startEmbeddedPostgres } from './embedded-postgres/start.ts';

export type DatabaseServer = {
  url: string;
  /** Whether it is ours alone, made by us and stopped with us. */
  embedded: boolean;
  stop(): Promise<void>;
};

type Where = { databaseUrl: string | null; dataDirectory: string };

function embeddedDirectory(settings: Where): string {
  return join(settings.dataDirectory, 'postgres');
}

/** The server that the settings name, reached and fit; or the embedded one, started. */
export async function databaseFor(settings: Where, log: (line: string) => void): Promise<DatabaseServer> {
  const { databaseUrl } = settings;
  if (databaseUrl !== null) {
    await checkServer(databaseUrl);
    return { url: databaseUrl, embedded: false, stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ directory: embeddedDirectory(settings), log });
  return { url: server.url, embedded: true, stop: server.stop };
}

/** The same for who only reads: where a Huiyin is running on the embedded server, that very server, left running. */
export async function databaseInUse(settings: Where, log: (line: string) => void): Promise<DatabaseServer> {
  try {
    return await databaseFor(settings, log);
  } catch (fault) {
    const running = fault instanceof CannotStart && fault.code === 'start.already_running' ? runningOn(settings) : null;
    if (!running) throw fault;
    await checkServer(running);
    return { url: running, embedded: true, stop: async () => {} };
  }
}

function runningOn(settings: Where): string | null {
  const directory = embeddedDirectory(settings);
  const running = readPostmaster(dataOf(directory));
  return running && hasCluster(directory) ? urlOf(running.port, passwordOf(directory), ROLE) : null;
}
