import type { Compilable, CompiledQuery, Dialect, Driver, Transaction } from 'kysely';
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import type { Instant } from '../kernel/time.ts';

/** A transaction of one organisation: the only way to its tables. */
export type Tx = Transaction<Tables>;

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const BIGINT = 20;

/** `2026-11-21 19:06:53.12+00` to `2026-11-21T19:06:53.120Z`; sessions run in UTC and columns hold milliseconds. */
export function instantFromSql(text: string): Instant {
  const fraction = text.length > 22 ? text.slice(20, text.length - 3) : '';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0').slice(0, 3)}Z` as Instant;
}

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === TIMESTAMPTZ) return instantFromSql;
    if (oid === DATE) return String;
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** Where the data stands; `close` ends every connection. */
export type Database = {
  /**
   * Runs `work` in one transaction inside the organisation's schema; commits what it did, or nothing of it. Where another
   * node has migrated the tables meanwhile it is run once more: so it keeps outside of the transaction only what it sets anew.
   */
  transact<Result>(schema: string, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** The same, refusing to write. */
  read<Result>(schema: string, work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** For the list of organisations, migrations and the notices between nodes. */
  pool: pg.Pool;
  close(): Promise<void>;
};

type Begin = 'read write' | 'read only';

/** Sets the schema in the same round trip as `begin`: there is no moment in which a query could meet another's tables. */
async function begin(client: pg.PoolClient, schema: string, mode: Begin): Promise<void> {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new Error(`not a schema: ${schema}`);
  await client.query(`begin ${mode}; set local search_path to "${schema}"`);
}

/** Statements of commands are some hundreds; what is built with a list of any length could go on for ever. */
const MOST_KEPT = 600;
const names = new Map<string, string>();
let generation = 0;

/** A name for a statement's text that is the same on every connection; texts that never end are not kept. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_KEPT) return known;
  const name = `h${generation}_${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * `cached plan must not change result type`: another node has migrated the tables meanwhile. Told by the place in the
 * server that says so, for its code stands for much else and its words follow the server's language.
 */
export function isOutdatedPlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
}

/** After such a migration every statement is parsed anew, on all connections. */
function forgetNames(): void {
  names.clear();
  generation += 1;
}

/**
 * Kysely over one borrowed client that is already inside its transaction, with its search path set. `kept`: each
 * statement is parsed once a connection and planned anew only at first, which suits commands: they look things up by
 * their keys (`npm run bench -- --only intake`). A search or a list wants a plan for just its words, and is not kept.
 */
export function txOn(client: pg.PoolClient, kept = false): Tx {
  const connection = {
    async executeQuery<Row>(query: CompiledQuery) {
      const values = query.parameters as unknown[];
      // without values it may be several statements in one, which cannot be kept
      const name = kept && values.length > 0 ? nameOf(query.sql) : undefined;
      const answer = await client.query<Row & pg.QueryResultRow>({
        text: query.sql,
        values,
        ...(name ? { name } : {}),
      });
      return { rows: answer.rows as Row[], numAffectedRows: BigInt(answer.rowCount ?? 0) };
    },
    streamQuery(): AsyncIterableIterator<never> {
      throw new Error('stream with a cursor page, not with a query');
    },
  };
  const nothing = async (): Promise<void> => {};
  const driver = {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  } as unknown as Driver;
  const dialect: Dialect = {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect }) as Tx;
}

export type DatabaseOptions = {
  url: string;
  connections?: number;
  name?: string;
  /** False: commits are not waited for on the disk. Only for what is made anew if it is interrupted, like the demo. */
  durable?: boolean;
};

const SESSION = '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000';

function openPool({ url, connections = 12, name = 'huiyin', durable = true }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: name,
    options: durable ? SESSION : `${SESSION} -c synchronous_commit=off`,
  });
  // an idle client losing its server is not news: the next use says so
  pool.on('error', () => {});
  // nor is a borrowed one between two queries, whose error nobody would hear and Node would die of: its next query fails
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options);

  async function inTransaction<Result>(
    schema: string,
    mode: Begin,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await begin(client, schema, mode);
      const result = await work(txOn(client, mode === 'read write'));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    transact: async (schema, work) => {
      try {
        return await inTransaction(schema, 'read write', work);
      } catch (error) {
        if (!isOutdatedPlan(error)) throw error;
        forgetNames();
        return await inTransaction(schema, 'read write', work);
      }
    },
    read: (schema, work) => inTransaction(schema, 'read only', work),
    pool,
    close: () => pool.end(),
  };
}

/** The text of a query, for tests that look at plans. */
export function sqlOf(query: Compilable): string {
  return query.compile().sql;
}
