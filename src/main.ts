import { join } from 'node:path';
import { systemClock } from './kernel/time.ts';
import { startNode } from './node.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { databaseInWords } from './platform/check-server.ts';
import { closers } from './platform/closers.ts';
import { openDatabase } from './platform/db.ts';
import { refuseUsedPort } from './platform/http/listen.ts';
import { migrate } from './platform/migrate.ts';
import { onStop } from './platform/parent.ts';
import { databaseFor } from './platform/server-for.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';

const ROOT = join(import.meta.dirname, '..');
/** A stop that takes longer than this is ended; the database mends itself. */
const LONGEST_STOP = 10_000;

const opened = closers();
let stopping = false;

onStop(() => void stop());

try {
  await start(readSettings(process.argv.slice(2), process.env, ROOT, process.stdout.isTTY));
} catch (fault) {
  // while stopping, what was still being started fails as it must
  if (!stopping) await fail(fault);
}

async function start(settings: Settings): Promise<void> {
  await refuseUsedPort(settings.host, settings.port);
  const url = await prepareDatabase(settings);
  const node = await startNode({ ...settings, databaseUrl: url, log: warn });
  opened.add(node.stop);
  say(`\nHuiyin runs at ${node.address}   (Ctrl-C stops it)`);
}

/** The database, reached and brought to this version. */
async function prepareDatabase(settings: Settings): Promise<string> {
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

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function stop(): Promise<void> {
  stopping = true;
  const late = setTimeout(() => process.exit(1), LONGEST_STOP);
  late.unref();
  say('Stopping.');
  await opened.close().catch((fault: Error) => warn(fault.message));
  process.exit(0);
}

/** One clear sentence for what a person can mend; a stack for what only we can. */
async function fail(fault: unknown): Promise<void> {
  const known = databaseInWords(fault);
  process.stderr.write(known instanceof CannotStart ? `${known.message}\n` : `${(known as Error).stack}\n`);
  await opened.close().catch(() => {});
  process.exit(1);
}
