import pg from 'pg';
import type { Instant } from '../kernel/time.ts';
import { houseShelves } from './house-shelf.ts';
import type { Tx } from './tx.ts';
import { forgetNames, isOutdatedPlan, openTx } from './tx.ts';

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
  /** The same, refusing to write. `keepsPlans`: its statements are kept prepared, as those of commands are. */
  read<Result>(schema: string, work: (tx: Tx) => Promise<Result>, keepsPlans?: boolean): Promise<Result>;
  /** For the list of organisations, migrations and the notices between nodes. */
  pool: pg.Pool;
  close(): Promise<void>;
};

type Begin = 'read write' | 'read only';

/**
 * Sets the schema in the same round trip as `begin`: there is no moment in which a query could meet another's tables.
 * Answers the version of the house.
 */
async function begin(client: pg.PoolClient, schema: string, mode: Begin): Promise<number> {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new Error(`not a schema: ${schema}`);
  const answers = (await client.query(
    `begin ${mode}; set local search_path to "${schema}"; select version from "${schema}".house_version`,
  )) as unknown as pg.QueryResult<{ version: number }>[];
  return answers[2]!.rows[0]!.version;
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

type Opened = { pool: pg.Pool; shelves: ReturnType<typeof houseShelves> };

async function inTransaction<Result>(
  { pool, shelves }: Opened,
  schema: string,
  mode: Begin,
  work: (tx: Tx) => Promise<Result>,
  keepsPlans = true,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const version = await begin(client, schema, mode);
    const { tx, finish } = openTx(client, keepsPlans, shelves.at(schema, version));
    const result = await work(tx);
    await finish();
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

export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options);
  const opened = { pool, shelves: houseShelves() };
  async function withPlans<Result>(once: () => Promise<Result>): Promise<Result> {
    try {
      return await once();
    } catch (error) {
      if (!isOutdatedPlan(error)) throw error;
      forgetNames();
      return once();
    }
  }
  return {
    transact: (schema, work) => withPlans(() => inTransaction(opened, schema, 'read write', work)),
    read: (schema, work, keepsPlans = false) =>
      withPlans(() => inTransaction(opened, schema, 'read only', work, keepsPlans)),
    pool,
    close: () => pool.end(),
  };
}
