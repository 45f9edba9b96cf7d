import { join } from 'node:path';
import { checkServer } from './check-server.ts';
import { startEmbeddedPostgres } from './embedded-postgres/start.ts';

export type DatabaseServer = {
  url: string;
  /** Whether it is ours alone, made by us and stopped with us. */
  embedded: boolean;
  stop(): Promise<void>;
};

/** The server that the settings name, reached and fit; or the embedded one, started. */
export async function databaseFor(
  settings: { databaseUrl: string | null; dataDirectory: string },
  log: (line: string) => void,
): Promise<DatabaseServer> {
  const { databaseUrl } = settings;
  if (databaseUrl !== null) {
    await checkServer(databaseUrl);
    return { url: databaseUrl, embedded: false, stop: async () => {} };
  }
  const server = await startEmbeddedPostgres({ directory: join(settings.dataDirectory, 'postgres'), log });
  return { url: server.url, embedded: true, stop: server.stop };
}
