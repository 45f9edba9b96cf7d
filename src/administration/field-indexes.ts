import type pg from 'pg';
import { MINUTE } from '../kernel/time.ts';
import type { Kind } from '../pack/format.ts';
import type { Organisation } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';

type Parts = { database: Database; organisations(): Promise<Organisation[]>; log(line: string): void };

const PREFIX = 'ticket_field_';

/** How soon after an administrator has marked a field its index is begun, at most. */
const EVERY = 5 * MINUTE;

/**
 * Makes the index of every field that a kind marks `indexed`, and drops those of fields that none does any more: soon after the
 * start, and every few minutes. Outside of any transaction, so that nobody who writes a ticket waits for it.
 */
export function startFieldIndexes(parts: Parts): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  const look = (): void => {
    turn = turn.then(() => keepFieldIndexes(parts));
  };
  const first = setTimeout(look, MINUTE);
  const often = setInterval(look, EVERY);
  return {
    async stop() {
      clearTimeout(first);
      clearInterval(often);
      await turn;
    },
  };
}

/** Brings the indexes of every organisation to what its kinds say now. One node at a time; who comes second has nothing to do. */
export async function keepFieldIndexes({ database, organisations, log }: Parts): Promise<void> {
  for (const { schema } of await organisations()) {
    const client = await database.pool.connect();
    try {
      await keepIn(client, schema);
    } catch (fault) {
      log(`Indexes of fields wait: ${(fault as Error).message}`);
    } finally {
      client.release();
    }
  }
}

async function keepIn(client: pg.PoolClient, schema: string): Promise<void> {
  const lock = [`huiyin.fields.${schema}`];
  const held = await client.query<{ got: boolean }>('select pg_try_advisory_lock(hashtext($1)) as got', lock);
  if (!held.rows[0]!.got) return;
  try {
    const [wanted, there] = [await wantedIn(client, schema), await thereIn(client, schema)];
    // one that was not finished, for its maker died, is made anew
    for (const [name, valid] of there)
      if (!valid || !wanted.has(name)) await client.query(`drop index concurrently if exists "${schema}"."${name}"`);
    for (const [name, key] of wanted)
      if (there.get(name) !== true)
        await client.query(
          `create index concurrently if not exists "${name}" on "${schema}".ticket ((fields ->> '${key}'), opened_at desc, id desc)
             where fields ? '${key}'`,
        );
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', lock);
  }
}

/** The fields that the newest version of any kind marks: their keys are lower-case letters, digits and underscores. */
async function wantedIn(client: pg.PoolClient, schema: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ definition: Kind }>(
    `select distinct on (key) definition from "${schema}".kind_version order by key, version desc`,
  );
  const keys = rows
    .filter(({ definition }) => !definition.retired)
    .flatMap(({ definition }) => definition.fields.filter((field) => field.indexed).map((field) => field.key));
  return new Map(keys.filter((key) => /^[a-z][a-z0-9_]{0,40}$/.test(key)).map((key) => [`${PREFIX}${key}`, key]));
}

async function thereIn(client: pg.PoolClient, schema: string): Promise<Map<string, boolean>> {
  const { rows } = await client.query<{ name: string; valid: boolean }>(
    `select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid
       join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname like $2`,
    [schema, `${PREFIX.replaceAll('_', String.raw`\_`)}%`],
  );
  return new Map(rows.map(({ name, valid }) => [name, valid]));
}
