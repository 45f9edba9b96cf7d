import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { Refused } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Tx } from './tx.ts';
import { txOn } from './tx.ts';
import { CannotStart } from './cannot-start.ts';

const directory = join(import.meta.dirname, '../../migrations');

/** The schema that holds the list of organisations; never an organisation's own. */
export const SHARED_SCHEMA = 'huiyin';

/** Held by whoever changes what stands where: a migration, or a restore. */
export const MIGRATION_LOCK = 'huiyin.migrate';

/** What has been applied where: the one table that migrations need before the first of them. */
const APPLIED = `create table if not exists ${SHARED_SCHEMA}.applied_migration (
  schema text not null,
  name text not null,
  checksum text not null,
  applied_at timestamptz(3) not null,
  primary key (schema, name)
)`;

export type Step = { name: string; text: string; checksum: string };

export async function stepsIn(folder: 'shared' | 'organisation'): Promise<Step[]> {
  const names = (await readdir(join(directory, folder))).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, folder, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/** The steps not yet applied to a schema. Refuses a database whose applied steps differ from ours: it is not our past. */
async function missingSteps(client: pg.ClientBase, schema: string, steps: Step[]): Promise<Step[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from ${SHARED_SCHEMA}.applied_migration where schema = $1`,
    [schema],
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const [name, checksum] of applied) {
    const ours = steps.find((step) => step.name === name);
    if (!ours)
      throw new CannotStart(
        'start.newer_database',
        `This database was migrated by a newer Huiyin (it knows ${name}). Start that version, or restore a backup.`,
      );
    if (ours.checksum !== checksum)
      throw new CannotStart(
        'start.changed_migration',
        `Migration ${name} was changed after it was applied here. Migrations only go forward: add a new one.`,
      );
  }
  return steps.filter((step) => !applied.has(step.name));
}

export async function apply(client: pg.ClientBase, schema: string, steps: Step[], now: Instant): Promise<string[]> {
  const missing = await missingSteps(client, schema, steps);
  // what a step changed must not wait for the commit, or the next could not alter its table
  await client.query('set constraints all immediate');
  for (const step of missing) {
    await client.query(`set local search_path to "${schema}"`);
    await client.query(step.text);
    await client.query(
      `insert into ${SHARED_SCHEMA}.applied_migration (schema, name, checksum, applied_at) values ($1, $2, $3, $4)`,
      [schema, step.name, step.checksum, now],
    );
  }
  return missing.map((step) => `${schema}: ${step.name}`);
}

/** One transaction under one lock: two nodes starting together migrate once; a failed migration leaves the old state. */
async function migrating<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('${MIGRATION_LOCK}'))`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

export async function refuseForeignDatabase(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ ours: boolean; tables: number }>(`
    select exists (select from pg_namespace where nspname = '${SHARED_SCHEMA}') as ours,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%') as tables`);
  if (!rows[0]!.ours && rows[0]!.tables > 0) {
    throw new CannotStart(
      'start.foreign_database',
      "This database holds tables that are not Huiyin's. Nothing was changed. Give Huiyin a database of its own in DATABASE_URL.",
    );
  }
}

/** What stands before the first migration: the shared schema and the list of what was applied. */
export async function prepareShared(client: pg.ClientBase): Promise<void> {
  await client.query(`create schema if not exists ${SHARED_SCHEMA}`);
  await client.query(`create extension if not exists btree_gist with schema ${SHARED_SCHEMA}`);
  await client.query(APPLIED);
}

/** Brings the shared schema and every organisation's to this version. Says what it applied. */
export async function migrate(pool: pg.Pool, now: Instant): Promise<string[]> {
  const [shared, own] = await Promise.all([stepsIn('shared'), stepsIn('organisation')]);
  return migrating(pool, async (client) => {
    await refuseForeignDatabase(client);
    await prepareShared(client);
    const applied = await apply(client, SHARED_SCHEMA, shared, now);
    const { rows } = await client.query<{ schema: string }>(
      `select schema from ${SHARED_SCHEMA}.organisation order by schema`,
    );
    for (const { schema } of rows) applied.push(...(await apply(client, schema, own, now)));
    return applied;
  });
}

export function stepsInWords(applied: readonly string[]): string {
  return applied.length === 1 ? '1 step' : `${applied.length} steps`;
}

/** Whether every schema stands where this version wants it: a node that is not so must not serve. */
export async function isMigrated(pool: pg.Pool): Promise<boolean> {
  const [shared, own] = await Promise.all([stepsIn('shared'), stepsIn('organisation')]);
  const { rows } = await pool.query<{ schema: string; steps: string[] }>(
    `select o.schema, coalesce(array_agg(m.name) filter (where m.name is not null), '{}') as steps
     from (select '${SHARED_SCHEMA}' as schema union all select schema from ${SHARED_SCHEMA}.organisation) o
     left join ${SHARED_SCHEMA}.applied_migration m using (schema) group by o.schema`,
  );
  return rows.every(({ schema, steps }) =>
    (schema === SHARED_SCHEMA ? shared : own).every((step) => steps.includes(step.name)),
  );
}

export type NewOrganisation = {
  id: string;
  slug: string;
  schema: string;
  name: string;
  pack: string;
};

/** How an organisation begins: `fill` in the same transaction, so that none is ever seen half made; `first`: only if it is. */
export type Beginning = { fill?: (tx: Tx) => Promise<void>; first?: boolean };

/** Makes an organisation's schema and puts it on the list. All of them wait for one lock: of two first ones, one wins. */
export async function createOrganisationSchema(
  pool: pg.Pool,
  organisation: NewOrganisation,
  now: Instant,
  { fill, first = false }: Beginning = {},
): Promise<void> {
  const own = await stepsIn('organisation');
  await migrating(pool, async (client) => {
    const { rowCount } = await client.query(`select from ${SHARED_SCHEMA}.organisation limit 1`);
    if (first && rowCount) throw new Refused('setup.done');
    await client.query(`create schema "${organisation.schema}"`);
    await client.query(
      `insert into ${SHARED_SCHEMA}.organisation (id, slug, schema, name, pack, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [organisation.id, organisation.slug, organisation.schema, organisation.name, organisation.pack, now],
    );
    await apply(client, organisation.schema, own, now);
    await client.query(`set local search_path to "${organisation.schema}"`);
    await fill?.(txOn(client));
  });
}
