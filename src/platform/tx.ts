import type { CompiledQuery, Dialect, Driver, Transaction } from 'kysely';
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import type { Held, HeldTable, Insert } from './held-rows.ts';
import { heldTouchedBy, keepBack, letGo, nothingHeld, together, writingOf } from './held-rows.ts';
import type { Shelf } from './house-shelf.ts';
import { HOUSE_TABLES } from './house-shelf.ts';

/** A transaction of one organisation: the only way to its tables. */
export type Tx = Transaction<Tables>;

/** What a transaction holds besides its connection. */
type Hold = {
  /** What is known of the house; null once this transaction has changed it or holds a lock on it. */
  shelf: Shelf | null;
  held: Held;
};

const holds = new WeakMap<Tx, Hold>();

export function shelfOf(tx: Tx): Shelf | null {
  return holds.get(tx)?.shelf ?? null;
}

/** What was known of the house as this transaction began may be outdated: it is read anew from here on. */
export function readHouseAnew(tx: Tx): void {
  const hold = holds.get(tx);
  if (hold) hold.shelf = null;
}

/**
 * Inserts rows at the latest as the transaction commits, together with all others that wait: before any statement that
 * touches a table of which rows wait, before a savepoint. A command writes to a dozen tables, and each round trip costs as much as
 * five rows.
 */
export async function insertLater<Row>(
  tx: Tx,
  table: HeldTable,
  rows: readonly Row[],
  insert: Insert<Row>,
): Promise<void> {
  if (rows.length === 0) return;
  const held = holds.get(tx)?.held;
  if (held) keepBack(held, table, rows, insert);
  else await together(insert(rows))?.execute(tx);
}

/** Says that nothing of this thing stands in the database yet; it was opened in this very transaction. */
export function noteBorn(tx: Tx, id: string): void {
  holds.get(tx)?.held.born.add(id);
}

/** Whether this thing was opened in this very transaction and nothing of it is written yet: nobody can have anything to do with it. */
export function wasBornHere(tx: Tx, id: string): boolean {
  return holds.get(tx)?.held.born.has(id) ?? false;
}

/** The rows that wait, to be read or replaced in place; null where some of what was born here may be written by now. */
export function waitingRowsOf<Row>(tx: Tx, table: HeldTable, bornId: string): Row[] | null {
  const held = holds.get(tx)?.held;
  return held?.born.has(bornId) ? ((held.waiting.get(table)?.rows ?? []) as Row[]) : null;
}

/** Writes what waits now. Whoever must see it beside what is written reads through the transaction, which does this by itself. */
async function writeHeld(tx: Tx, { held }: Hold): Promise<void> {
  const writing = writingOf(held);
  letGo(held);
  await writing?.execute(tx);
}

type Statement = {
  /** The same on every connection; undefined where it is not kept prepared. */
  name: string | undefined;
  touches: readonly HeldTable[];
  savepoint: 'set' | 'undone' | null;
  /** Changes the house, or locks something of it: what is decided then must stand on what others have committed by now. */
  takesHouse: boolean;
};

const SEARCHES = /\bfrom\s+"?search_entry\b/;

const HOUSE = `"?(?:${HOUSE_TABLES.join('|')})\\b`;
const TAKES_HOUSE = new RegExp(
  `\\b(?:insert into|update|delete from)\\s+${HOUSE}|\\bfrom\\s+${HOUSE}[^]*\\bfor (?:no key update|update|share|key share)\\b`,
  'i',
);

/**
 * Statements of commands are some hundreds; what is built with a list of any length could go on for ever. What is beyond
 * is looked at each time it comes: two microseconds, thirty for a text of 45 kB.
 */
const MOST_KEPT = 600;
const statements = new Map<string, Statement>();
let generation = 0;

function statementOf(text: string): Statement {
  const known = statements.get(text);
  if (known) return known;
  const keeps = statements.size < MOST_KEPT && !SEARCHES.test(text);
  const savepoint = /^\s*(savepoint|release|rollback)\b/i.exec(text)?.[1]?.toLowerCase();
  const statement: Statement = {
    name: keeps ? `h${generation}_${statements.size}` : undefined,
    touches: heldTouchedBy(text),
    savepoint: savepoint === undefined ? null : savepoint === 'rollback' ? 'undone' : 'set',
    takesHouse: TAKES_HOUSE.test(text),
  };
  if (keeps) statements.set(text, statement);
  return statement;
}

/**
 * `cached plan must not change result type`: another node has migrated the tables meanwhile. Told by the place in the
 * server that says so, for its code stands for much else and its words follow the server's language.
 */
export function isOutdatedPlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery';
}

/** After such a migration every statement is parsed anew, on all connections. */
export function forgetNames(): void {
  statements.clear();
  generation += 1;
}

/** A savepoint divides what is undone from what stands; other statements mind only rows of the tables they touch. */
function mustWrite({ waiting }: Held, { savepoint, touches }: Statement): boolean {
  return savepoint === null ? touches.some((table) => waiting.has(table)) : waiting.size > 0;
}

async function prepareFor(tx: Tx, hold: Hold, statement: Statement): Promise<void> {
  if (statement.savepoint === 'undone') letGo(hold.held);
  else if (mustWrite(hold.held, statement)) await writeHeld(tx, hold);
  if (statement.takesHouse) hold.shelf = null;
}

/**
 * Kysely over one borrowed client that is already inside its transaction, with its search path set; whoever opened it
 * calls `finish` before the commit. Where it `keepsPlans`, each statement is parsed once a connection and planned anew only
 * at first, which suits commands: they look things up by their keys (`npm run bench -- --only intake`). A search wants a
 * plan for just its words, and is never kept; where nothing is, nothing may be written either.
 */
export function openTx(client: pg.PoolClient, keepsPlans: boolean, shelf: Shelf): { tx: Tx; finish(): Promise<void> } {
  const hold: Hold = { shelf, held: nothingHeld() };
  const tx: Tx = kyselyOn(client, async (text) => {
    if (!keepsPlans) return undefined;
    const statement = statementOf(text);
    await prepareFor(tx, hold, statement);
    return statement.name;
  });
  holds.set(tx, hold);
  return { tx, finish: () => writeHeld(tx, hold) };
}

/** The same over a client whose transaction is somebody else's: nothing is held back and nothing kept. */
export function txOn(client: pg.PoolClient): Tx {
  return kyselyOn(client, async () => undefined);
}

function kyselyOn(client: pg.PoolClient, nameOf: (text: string) => Promise<string | undefined>): Tx {
  const connection = {
    async executeQuery<Row>(query: CompiledQuery) {
      const values = query.parameters as unknown[];
      const name = await nameOf(query.sql);
      const answer = await client.query<Row & pg.QueryResultRow>({
        text: query.sql,
        values,
        // without values it may be several statements in one, which cannot be kept
        ...(name && values.length > 0 ? { name } : {}),
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
