import type pg from 'pg';
import { SHARED_SCHEMA } from '../migrate.ts';
import type { BackedTable, Manifest, Sequences } from './manifest.ts';

/** The shared schema and every organisation's, with the migrations each has had. */
export async function schemasOf(client: pg.Client): Promise<Manifest['schemas']> {
  const { rows } = await client.query<Manifest['schemas'][number]>(`
    select o.schema, coalesce(
      (select json_agg(json_build_object('name', m.name, 'checksum', m.checksum) order by m.name)
       from ${SHARED_SCHEMA}.applied_migration m where m.schema = o.schema), '[]') as steps
    from (select '${SHARED_SCHEMA}' as schema union all select schema from ${SHARED_SCHEMA}.organisation) o
    order by o.schema <> '${SHARED_SCHEMA}', o.schema`);
  return rows;
}

/**
 * Tables with the columns that hold something of their own. Left out: what was applied (a restore applies it itself),
 * computed columns, and which outward work the job runner was told of, for a restored database has a new job runner.
 */
export async function tablesOf(client: pg.Client, schemas: string[]): Promise<BackedTable[]> {
  const { rows } = await client.query<BackedTable>(
    `select n.nspname as schema, c.relname as table,
       (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and not (c.relname = 'outbox' and a.attname = 'handed_at')) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname = any($1) and not (n.nspname = '${SHARED_SCHEMA}' and c.relname = 'applied_migration')
     order by array_position($1, n.nspname::text), c.relname`,
    [schemas],
  );
  return rows;
}

export async function sequencesOf(client: pg.Client, schemas: string[]): Promise<Sequences> {
  const { rows } = await client.query<{ schema: string; sequence: string }>(
    `select n.nspname as schema, c.relname as sequence from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname = any($1) order by 1, 2`,
    [schemas],
  );
  const sequences: Sequences = [];
  for (const { schema, sequence } of rows) {
    const answer = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from "${schema}"."${sequence}"`,
    );
    sequences.push({ schema, sequence, ...answer.rows[0]! });
  }
  return sequences;
}

export function columnsOf({ schema, table, columns }: BackedTable): string {
  return `"${schema}"."${table}" (${columns.map((column) => `"${column}"`).join(', ')})`;
}
