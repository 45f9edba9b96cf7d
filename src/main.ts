import { join } from 'node:path';
import { systemClock } from './kernel/time.ts';
import { signInLines } from './demo/sign-ins.ts';
import type { RunningNode } from './node.ts';
import { startNode } from './node.ts';
import { isStale, SCREENS } from './platform/built.ts';
import { runScript } from './platform/child.ts';
import type { Closers } from './platform/closers.ts';
import type { Database } from './platform/db.ts';
import { openDatabase } from './platform/db.ts';
import { clearInterrupted, DEMO_SLUG, isMarked } from './platform/demo-mark.ts';
import { refuseUsedPort } from './platform/http/listen.ts';
import { migrate, stepsInWords } from './platform/migrate.ts';
import { organisationList } from './platform/organisations.ts';
import { runProgram, say, warn } from './platform/program.ts';
import { sealKeyOf } from './platform/seal-key.ts';
import { databaseFor } from './platform/server-for.ts';
import type { Settings } from './platform/settings.ts';
import { inVain, readSettings, USAGE } from './platform/settings.ts';

const ROOT = join(import.meta.dirname, '..');
const WEB = join(ROOT, 'dist/web');

await runProgram(start, { stays: true, usage: USAGE });

/** Everything a start does, in order; what takes long says so. */
async function start(opened: Closers): Promise<void> {
  const settings = readSettings(process.argv.slice(2), process.env, ROOT, process.stdout.isTTY);
  await refuseUsedPort(settings.host, settings.port);
  const [databaseUrl] = await Promise.all([prepareDatabase(settings, opened), prepareScreens(opened)]);
  const fixed = { clock: systemClock, databaseUrl, web: WEB, log: warn, sealKey: sealKeyOf(settings) };
  const node = await startNode({ ...settings, ...fixed });
  opened.add(node.stop);
  await greet(node, settings);
}

/** The database, reached, brought to this version and, on a fresh machine, filled with the demo centre. */
async function prepareDatabase(settings: Settings, opened: Closers): Promise<string> {
  const server = await databaseFor(settings, say);
  opened.add(server.stop);
  const database = openDatabase({ url: server.url, connections: 2, name: 'huiyin start' });
  try {
    const applied = await migrate(database.pool, systemClock.now());
    if (applied.length > 0) say(`Brought the database to this version: ${stepsInWords(applied)}.`);
    const wantsDemo = settings.demo || (server.embedded && !settings.empty);
    if (!wantsDemo) await clearInterrupted(database.pool);
    else if (await isDemoMissing(database.pool)) await seed(server.url, opened);
  } finally {
    await database.close();
  }
  return server.url;
}

async function isDemoMissing(pool: Database['pool']): Promise<boolean> {
  return (await isMarked(pool)) || (await organisationList(pool).all()).length === 0;
}

function seed(url: string, opened: Closers): Promise<void> {
  const env = { DATABASE_URL: url };
  const file = join(ROOT, 'scripts/seed.ts');
  return runScript({ file, args: ['--where-missing'], env, what: 'Making the demo centre', root: ROOT, say, opened });
}

/** The screens, built where what they are made from has changed; in a process of its own, for it needs much memory. */
async function prepareScreens(opened: Closers): Promise<void> {
  if (!isStale(ROOT, SCREENS)) return;
  const file = join(ROOT, 'scripts/build-web.ts');
  await runScript({ file, what: 'Building the screens', root: ROOT, say, opened });
}

/** Where the demo stands, who may sign in to it; and what was asked for and could not be. */
async function greet(node: RunningNode, settings: Settings): Promise<void> {
  say(`\nHuiyin runs at ${node.address}   (Ctrl-C stops it)`);
  const organisations = await node.organisations.all();
  for (const line of inVain(settings, organisations)) say(line);
  const demo = organisations.find(({ slug }) => slug === DEMO_SLUG);
  if (demo) for (const line of await node.database.read(demo.schema, signInLines)) say(line);
  if (organisations.length === 0) say('Open it to set up your organisation.');
}
