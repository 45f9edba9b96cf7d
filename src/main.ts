import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from './kernel/time.ts';
import { startNode } from './node.ts';
import { inWords } from './platform/cannot-start.ts';
import { runScript } from './platform/child.ts';
import type { Closers } from './platform/closers.ts';
import { openDatabase } from './platform/db.ts';
import { refuseUsedPort } from './platform/http/listen.ts';
import { migrate } from './platform/migrate.ts';
import { organisationList } from './platform/organisations.ts';
import { runProgram, say, warn } from './platform/program.ts';
import { databaseFor } from './platform/server-for.ts';
import { webIsStale } from './platform/web-stamp.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';

const ROOT = join(import.meta.dirname, '..');
const WEB = join(ROOT, 'dist/web');
const SEED = join(ROOT, 'scripts/seed.ts');

await runProgram(start, { stays: true });

/** Everything a start does, in order; what takes long says so. */
async function start(opened: Closers): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env, ROOT, process.stdout.isTTY);
  await refuseUsedPort(settings.host, settings.port);
  const [databaseUrl] = await Promise.all([prepareDatabase(settings, opened), prepareScreens(opened)]);
  const node = await startNode({ ...settings, databaseUrl, web: WEB, log: warn });
  opened.add(node.stop);
  say(`\nHuiyin runs at ${node.address}   (Ctrl-C stops it)`);
}

/** The database, reached, brought to this version and, on a fresh machine, filled with the demo centre. */
async function prepareDatabase(settings: Settings, opened: Closers): Promise<string> {
  const server = await databaseFor(settings, say);
  opened.add(server.stop);
  const database = openDatabase({ url: server.url, connections: 2, name: 'huiyin start' });
  try {
    const applied = await migrate(database.pool, systemClock.now());
    if (applied.length > 0) say(`Brought the database to this version (${applied.length} steps).`);
    const isEmpty = (await organisationList(database.pool).all()).length === 0;
    const wantsDemo = settings.demo || (server.embedded && !settings.empty);
    if (isEmpty && wantsDemo && existsSync(SEED)) await seed(server.url, opened);
  } finally {
    await database.close();
  }
  return server.url;
}

function seed(url: string, opened: Closers): Promise<void> {
  const env = { DATABASE_URL: url };
  return runScript({ file: SEED, env, what: 'Filling the demo centre', root: ROOT, say, opened });
}

/** The screens, built where what they are made from has changed; in a process of its own, for it needs much memory. */
async function prepareScreens(opened: Closers): Promise<void> {
  try {
    if (!webIsStale(ROOT)) return;
  } catch (fault) {
    throw inWords(fault, ROOT);
  }
  await runScript({ file: join(ROOT, 'scripts/build-web.ts'), what: 'Building the screens', root: ROOT, say, opened });
}
