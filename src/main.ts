import { join } from 'node:path';
import { systemClock } from './kernel/time.ts';
import { startNode } from './node.ts';
import type { Closers } from './platform/closers.ts';
import { openDatabase } from './platform/db.ts';
import { refuseUsedPort } from './platform/http/listen.ts';
import { migrate } from './platform/migrate.ts';
import { runProgram, say, warn } from './platform/program.ts';
import { databaseFor } from './platform/server-for.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';

const ROOT = join(import.meta.dirname, '..');

await runProgram(start, { stays: true });

async function start(opened: Closers): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env, ROOT, process.stdout.isTTY);
  await refuseUsedPort(settings.host, settings.port);
  const databaseUrl = await prepareDatabase(settings, opened);
  const node = await startNode({ ...settings, databaseUrl, log: warn });
  opened.add(node.stop);
  say(`\nHuiyin runs at ${node.address}   (Ctrl-C stops it)`);
}

/** The database, reached and brought to this version. */
async function prepareDatabase(settings: Settings, opened: Closers): Promise<string> {
  const server = await databaseFor(settings, say);
  opened.add(server.stop);
  const database = openDatabase({ url: server.url, connections: 2, name: 'huiyin start' });
  try {
    const applied = await migrate(database.pool, systemClock.now());
    if (applied.length > 0) say(`Brought the database to this version (${applied.length} steps).`);
  } finally {
    await database.close();
  }
  return server.url;
}
