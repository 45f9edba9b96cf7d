import pg from 'pg';
import { CannotStart } from './cannot-start.ts';

const OLDEST = 15;

/** What a server or the way to it can refuse with, in words for who set DATABASE_URL. The address itself stays unsaid: it holds a password. */
const IN_WORDS: Record<string, [code: string, sentence: string]> = {
  ECONNREFUSED: [
    'start.no_server',
    'No PostgreSQL answers at the address in DATABASE_URL. Start it, or correct the address.',
  ],
  ENOTFOUND: ['start.no_server', 'The host in DATABASE_URL is not known. Correct the address.'],
  ETIMEDOUT: [
    'start.no_server',
    'No PostgreSQL answers at the address in DATABASE_URL. Start it, or correct the address.',
  ],
  '28P01': ['start.wrong_password', 'PostgreSQL refuses the name or password in DATABASE_URL.'],
  '28000': ['start.wrong_password', 'PostgreSQL refuses the name or password in DATABASE_URL.'],
  '3D000': [
    'start.no_database',
    'The database named in DATABASE_URL does not exist. Create it, in UTF-8, and start again.',
  ],
  '42501': [
    'start.no_right',
    'The account in DATABASE_URL may not create schemas in its database. Make it the database’s owner.',
  ],
  '53100': [
    'start.disk_full',
    'The disk of the database server is full. Free some space and start again; nothing was changed.',
  ],
  '53300': [
    'start.too_many_connections',
    'The database server accepts no more connections. Raise its max_connections.',
  ],
  '25006': ['start.read_only', 'The database server accepts no writes: it is a replica, or was set so.'],
};

/** Refuses, in a sentence, a server that cannot be reached or cannot carry Huiyin. */
export async function checkServer(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new CannotStart(
      'start.bad_address',
      'DATABASE_URL must look like postgres://name:password@host:5432/database.',
    );
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
    );
    const { version, encoding } = rows[0]!;
    if (version < OLDEST)
      throw new CannotStart('start.old_server', `Huiyin needs PostgreSQL ${OLDEST} or newer; this is ${version}.`);
    if (encoding !== 'UTF8')
      throw new CannotStart('start.not_utf8', `The database is stored as ${encoding}. Create it with encoding UTF8.`);
  } catch (fault) {
    throw databaseInWords(fault);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Turns what PostgreSQL or the network says into a sentence; anything else is given back as it is. */
export function databaseInWords(fault: unknown): unknown {
  const code = String((fault as { code?: unknown } | undefined)?.code ?? '');
  const known = IN_WORDS[code];
  if (known) return new CannotStart(...known);
  if (fault instanceof Error && /timeout/i.test(fault.message)) return new CannotStart(...IN_WORDS['ETIMEDOUT']!);
  return fault;
}
