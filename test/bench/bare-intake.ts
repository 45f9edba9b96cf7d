import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Everything one intake wrote, table by table, as the text that PostgreSQL reads back. */
export type Written = { table: string; columns: string[]; rows: (string | null)[][] }[];

/** Rows that came of themselves: numbers from a sequence are left to it. */
const GIVEN_BY_DATABASE = new Set(['ticket.number']);

/** Reads what the transaction that opened this ticket wrote: whatever carries its number. */
export async function writtenWith(client: pg.Client, schema: string, ticketId: string): Promise<Written> {
  await client.query(`set search_path to "${schema}"`);
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `select c.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = $1 and t.table_type = 'BASE TABLE' group by c.table_name`,
    [schema],
  );
  const written: Written = [];
  for (const { name, columns: all } of tables) {
    const columns = all.filter((column) => !GIVEN_BY_DATABASE.has(`${name}.${column}`));
    const { rows } = await client.query<{ values: (string | null)[] }>(
      `select array[${columns.map((column) => `"${column}"::text`).join(', ')}] as values from "${name}"
       where xmin = (select xmin from ticket where id = $1)`,
      [ticketId],
    );
    if (rows.length > 0)
      written.push({
        table: name,
        columns,
        rows: rows.map(({ values }) => (name === 'outbox' ? farAhead(columns, values) : values)),
      });
  }
  return inOrderOfReferences(client, schema, written);
}

/** The server under test must not be kept busy by outward work that the bare script wrote: its moment never comes. */
function farAhead(columns: string[], values: (string | null)[]): (string | null)[] {
  return values.map((value, at) => (columns[at] === 'run_at' ? '2999-01-01T00:00:00Z' : value));
}

/** What is referred to comes before what refers to it. */
async function inOrderOfReferences(client: pg.Client, schema: string, written: Written): Promise<Written> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `select distinct c.relname as child, p.relname as parent from pg_constraint f
       join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
     where f.contype = 'f' and f.connamespace = $1::regnamespace and c.oid <> p.oid`,
    [schema],
  );
  const ordered: Written = [];
  let left = [...written];
  while (left.length > 0) {
    const waits = (one: Written[number]): boolean =>
      rows.some((row) => row.child === one.table && left.some((other) => other.table === row.parent));
    const next = left.filter((one) => !waits(one));
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    ordered.push(...next);
    left = left.filter((one) => !next.includes(one));
  }
  return ordered;
}

/** The ids and keys that were made with it; each further intake has its own. */
function madeIn(written: Written): Set<string> {
  return new Set(
    written.flatMap(({ columns, rows }) => {
      const at = columns.findIndex((column) => column === 'id' || column === 'key');
      return at < 0 ? [] : rows.map((row) => row[at] ?? '');
    }),
  );
}

type Statement = { text: string; values: (string | null)[] };

function statementOf({ table, columns, rows }: Written[number]): Statement {
  let at = 0;
  const places = rows.map((row) => `(${row.map(() => `$${(at += 1)}`).join(', ')})`);
  const names = columns.map((column) => `"${column}"`).join(', ');
  return { text: `insert into "${table}" (${names}) values ${places.join(', ')}`, values: rows.flat() };
}

async function connect(url: string, schema: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`set search_path to "${schema}"`);
  return client;
}

export type Bare = { url: string; schema: string; written: Written; clients: number; count: number };

/** Inserts the same rows as so many intakes did, each in one transaction of plain `insert`s, one a table; says how many a second. */
export async function insertBare({ url, schema, written, clients, count }: Bare): Promise<number> {
  const own = madeIn(written);
  const statements = written.map(statementOf);
  const connected = await Promise.all(Array.from({ length: clients }, () => connect(url, schema)));
  let left = count;
  const began = performance.now();
  await Promise.all(
    connected.map(async (client) => {
      while (left > 0) {
        left -= 1;
        const fresh = new Map([...own].map((id) => [id, randomUUID()]));
        await client.query('begin');
        for (const { text, values } of statements)
          await client.query(
            text,
            values.map((value) => renewed(value, fresh)),
          );
        await client.query('commit');
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await Promise.all(connected.map((client) => client.end()));
  return count / seconds;
}

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function renewed(value: string | null, fresh: ReadonlyMap<string, string>): string | null {
  return value === null ? null : value.replace(UUIDS, (id) => fresh.get(id) ?? id);
}
