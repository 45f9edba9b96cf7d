import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { dataOf, ROLE } from './cluster.ts';
import { findRunning, readPostmaster, stopPostmaster, waitUntil } from './postmaster.ts';
import type { Place } from './server.ts';
import { serverArguments } from './settings.ts';

export function urlOf(port: number, password: string, database: string): string {
  return `postgres://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Takes over the server that a killed Huiyin left running on this data. One of another version or with other
 * settings, or one that does not answer, is stopped in order instead; null then, as where none runs.
 */
export async function adopt(
  place: Place,
  password: string,
  log: (line: string) => void,
): Promise<{ pid: number; port: number } | null> {
  const data = dataOf(place.directory);
  const found = findRunning(data);
  if (!found) return null;
  const settled = (): boolean => ['ready', ''].includes(readPostmaster(data)?.status ?? '');
  await waitUntil(settled, 60_000);
  const running = findRunning(data);
  if (!running) return null;
  if (startedAsWanted(place, running.port) && (await answers(running.port, password))) {
    log('Took over the database that was left running.');
    return { pid: running.pid, port: running.port };
  }
  log('Stopping a database that was left running.');
  await stopPostmaster(data, running.pid);
  return null;
}

function startedAsWanted(place: Place, port: number): boolean {
  const data = dataOf(place.directory);
  const wanted = serverArguments(place.binaries, data, port, place.wanted).map((argument) => ` "${argument}"`);
  try {
    return readFileSync(join(data, 'postmaster.opts'), 'utf8').trimEnd().endsWith(wanted.join(''));
  } catch {
    return false;
  }
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(port, password, 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the database of that name where it is missing, so that `postgres` stays empty. */
export async function makeDatabase(port: number, password: string): Promise<void> {
  const client = new pg.Client(urlOf(port, password, 'postgres'));
  client.on('error', () => {});
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [ROLE]);
    if (found.rowCount === 0) await client.query(`create database ${ROLE}`);
  } finally {
    await client.end();
  }
}
