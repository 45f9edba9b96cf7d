import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start.ts';

/** A database that is built once on the test server and cloned for every test that asks for it. */
export type Template = {
  /** Changes with what is built (a digest of the migrations), so that a kept server never serves an old one. */
  name: string;
  build(url: string): Promise<void>;
};

export type TestDatabase = { url: string; drop(): Promise<void> };

/** `npm test` starts one server and names it here, with its superuser; so does who has a server of his own. */
export const SERVER_VARIABLE = 'HUIYIN_TEST_SERVER';

/**
 * A server for tests, quick because nothing is forced to disk. It and its directory go when this process ends, however
 * it ends. Tests of crashes start their own, durable one.
 */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'huiyin-test-'));
  const settings = { shared_buffers: '128MB', autovacuum_naptime: '30s' };
  return startEmbeddedPostgres({ directory, durable: false, temporary: true, settings });
}

let server: Promise<string> | undefined;

/** The administrator's address of the run's server; a test file run by hand starts one for itself. */
export function testServer(): Promise<string> {
  const given = process.env[SERVER_VARIABLE] ?? process.env['TEST_DATABASE_URL'];
  server ??= given ? Promise.resolve(given) : startTestServer().then(({ url }) => url);
  return server;
}

/** An empty database of this test alone, or a clone of `template`. Drop it when done, with whoever is still connected. */
export async function freshDatabase(template?: Template): Promise<TestDatabase> {
  const admin = await testServer();
  const source = template ? await builtTemplate(admin, template) : 'template0';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(admin, (client) => client.query(`create database "${name}" template "${source}"`));
  return {
    url: databaseUrl(admin, name),
    drop: () =>
      asAdministrator(
        admin,
        async (client) => void (await client.query(`drop database if exists "${name}" with (force)`)),
      ),
  };
}

const built = new Map<string, Promise<string>>();

/** Test files run in processes of their own: an advisory lock lets one build the template while the others wait. */
function builtTemplate(admin: string, template: Template): Promise<string> {
  const name = `template_${template.name}`;
  const known = built.get(name) ?? asAdministrator(admin, (client) => buildOnce(admin, client, name, template));
  built.set(name, known);
  known.catch(() => built.delete(name));
  return known;
}

async function buildOnce(admin: string, client: pg.Client, name: string, template: Template): Promise<string> {
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  const found = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (found.rowCount) return name;
  const draft = `building_${randomBytes(6).toString('hex')}`;
  await client.query(`create database "${draft}" template template0`);
  try {
    await template.build(databaseUrl(admin, draft));
    await client.query(`alter database "${draft}" rename to "${name}"`);
  } catch (fault) {
    await client.query(`drop database if exists "${draft}" with (force)`);
    throw fault;
  }
  return name;
}

export function databaseUrl(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdministrator<Answer>(admin: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client(admin);
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
