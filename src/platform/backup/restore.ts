import type pg from 'pg';
import type { Instant } from '../../kernel/time.ts';
import { CannotStart } from '../cannot-start.ts';
import { NODE_LOCK } from '../live/listener.ts';
import { apply, MIGRATION_LOCK, prepareShared, refuseForeignDatabase, SHARED_SCHEMA, stepsIn } from '../migrate.ts';
import { columnsOf } from './catalogue.ts';
import { copyIn } from './copy.ts';
import type { Frame } from './frames.ts';
import { damaged, readFrames } from './frames.ts';
import type { Contents, Manifest } from './manifest.ts';
import { tableShape } from './manifest.ts';
import { longClient } from './save.ts';
import { verifyBackup } from './verify.ts';

export type RestoreOptions = {
  url: string;
  file: string;
  now: Instant;
  /** Asked where the database already holds organisations: their names. True replaces them. */
  mayReplace(organisations: string[]): Promise<boolean>;
  log?: (line: string) => void;
};

/**
 * Puts a backup back, in one transaction: the whole of it, or nothing. The file is read from end to end before
 * anything is touched. Refuses a database in which a node works, or which holds what is not ours.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Contents> {
  const contents = await verifyBackup(options.file);
  const steps = await knownSteps(contents.manifest);
  const client = longClient(options.url);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [MIGRATION_LOCK]);
    await refuseWhileRunning(client);
    await refuseForeignDatabase(client);
    await clear(client, options);
    await rebuild(client, contents.manifest, steps, options.now);
    const keys = await dropForeignKeys(client, contents);
    await client.query('set constraints all immediate');
    await fill(client, contents, options);
    for (const key of keys) await client.query(key);
    for (const { schema, sequence, value, called } of contents.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [`"${schema}"."${sequence}"`, value, called]);
    await client.query('commit');
    await client.query('analyze');
    return contents;
  } finally {
    // ends an open transaction too: nothing of it stays
    await client.end().catch(() => {});
  }
}

async function refuseWhileRunning(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select pg_try_advisory_xact_lock(hashtext($1)) as free', [NODE_LOCK]);
  if (!rows[0].free)
    throw new CannotStart(
      'backup.node_running',
      'A Huiyin is running on this database. Stop it first, then restore. Nothing was changed.',
    );
}

type Steps = Record<'shared' | 'organisation', Awaited<ReturnType<typeof stepsIn>>>;

/** Our migrations, once it is sure that the backup was made by them or by the first of them. */
async function knownSteps(manifest: Manifest): Promise<Steps> {
  const steps: Steps = { shared: await stepsIn('shared'), organisation: await stepsIn('organisation') };
  for (const { schema, steps: had } of manifest.schemas) {
    const ours = steps[schema === SHARED_SCHEMA ? 'shared' : 'organisation'];
    const strange = had.find(
      ({ name, checksum }) => !ours.some((step) => step.name === name && step.checksum === checksum),
    );
    if (strange)
      throw new CannotStart(
        'backup.other_version',
        `The backup was made by Huiyin ${manifest.version}, whose ${strange.name} this one does not know. Restore it with that version, then bring it up to date. Nothing was changed.`,
      );
  }
  return steps;
}

async function clear(client: pg.Client, { mayReplace }: RestoreOptions): Promise<void> {
  const ours = await client.query(`select to_regclass('${SHARED_SCHEMA}.organisation') is not null as there`);
  const listed = ours.rows[0].there
    ? await client.query<{ name: string; schema: string }>(`select name, schema from ${SHARED_SCHEMA}.organisation`)
    : { rows: [] };
  if (listed.rows.length > 0 && !(await mayReplace(listed.rows.map(({ name }) => name))))
    throw new CannotStart(
      'backup.database_not_empty',
      'This database already holds an organisation. Restore into an empty one, or add --replace to lose what it holds. Nothing was changed.',
    );
  for (const { schema } of listed.rows) await client.query(`drop schema if exists "${schema}" cascade`);
  await client.query(`drop schema if exists ${SHARED_SCHEMA} cascade; drop schema if exists graphile_worker cascade`);
}

/** The schemas as they were when the backup was made: the same migrations and no later ones. */
async function rebuild(client: pg.Client, manifest: Manifest, known: Steps, now: Instant): Promise<void> {
  await prepareShared(client);
  for (const { schema, steps } of manifest.schemas) {
    const ours = known[schema === SHARED_SCHEMA ? 'shared' : 'organisation'];
    if (schema !== SHARED_SCHEMA) await client.query(`create schema "${schema}"`);
    await apply(
      client,
      schema,
      ours.filter((step) => steps.some(({ name }) => name === step.name)),
      now,
    );
  }
}

/** Tables are filled in any order, so their references are checked once at the end. Answers how to put them back. */
async function dropForeignKeys(client: pg.Client, { manifest }: Contents): Promise<string[]> {
  // so that every name comes out with its schema
  await client.query('set local search_path to pg_catalog');
  const { rows } = await client.query<{ away: string; back: string }>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as away,
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as back
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace where c.contype = 'f' and n.nspname = any($1)`,
    [manifest.schemas.map(({ schema }) => schema)],
  );
  for (const { away } of rows) await client.query(away);
  return rows.map(({ back }) => back);
}

async function fill(client: pg.Client, contents: Contents, { file, log }: RestoreOptions): Promise<void> {
  const frames = readFrames(file);
  for await (const { type, body } of frames) {
    if (type !== 'T') continue;
    const table = tableShape.parse(JSON.parse(body.toString()));
    await client.query(`truncate "${table.schema}"."${table.table}"`);
    const rows = await copyIn(client, `copy ${columnsOf(table)} from stdin`, dataOf(frames));
    const expected = contents.tables.find((one) => one.schema === table.schema && one.table === table.table)?.rows;
    if (rows !== expected) throw damaged(file, `${rows} rows of ${expected} in ${table.table}`);
    log?.(`${table.schema}.${table.table}: ${rows} rows`);
  }
}

/** The rows of the table that was just begun, up to its end. */
async function* dataOf(frames: AsyncGenerator<Frame>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await frames.next();
    if (done || value.type !== 'D') return;
    yield value.body;
  }
}
