import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { Instant } from '../../kernel/time.ts';
import { CannotStart, inWords } from '../cannot-start.ts';
import { columnsOf, schemasOf, sequencesOf, tablesOf } from './catalogue.ts';
import { copyOut } from './copy.ts';
import type { FrameType } from './frames.ts';
import { frame, MAGIC } from './frames.ts';
import type { BackedTable, Contents, Manifest, TableEnd } from './manifest.ts';

const FRAME = 256 * 1024;

export type SaveOptions = {
  url: string;
  file: string;
  now: Instant;
  version: string;
  log?: (line: string) => void;
};

/** A connection for work that may take as long as it takes, on text exactly as PostgreSQL writes it. */
export function longClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'huiyin backup',
    options: '-c timezone=UTC -c statement_timeout=0 -c idle_in_transaction_session_timeout=0',
  });
  client.on('error', () => {});
  return client;
}

/**
 * Writes everything that Huiyin keeps into one file, as it stood at one moment, while nodes go on working. The file
 * appears under its name when it is whole and on the disk; what is left of an interrupted one is removed.
 */
export async function saveBackup(options: SaveOptions): Promise<Contents> {
  const draft = `${options.file}.part`;
  const client = longClient(options.url);
  try {
    await client.connect();
    const contents = await write(client, options, draft);
    await forceToDisk(draft);
    renameSync(draft, options.file);
    return contents;
  } catch (fault) {
    rmSync(draft, { force: true });
    throw saveInWords(fault, options.file);
  } finally {
    await client.end().catch(() => {});
  }
}

function saveInWords(fault: unknown, file: string): unknown {
  if ((fault as NodeJS.ErrnoException).code === 'ENOENT')
    return new CannotStart('backup.no_directory', `There is no directory ${dirname(file)}.`);
  return inWords(fault, dirname(file));
}

async function write(client: pg.Client, options: SaveOptions, draft: string): Promise<Contents> {
  const gzip = createGzip({ level: 6 });
  const file = createWriteStream(draft, { mode: 0o600 });
  const written = finished(gzip.pipe(file));
  // the pump meets the fault at its next write; until then nobody waits for these
  gzip.on('error', () => {});
  written.catch((fault) => gzip.destroy(fault as Error));
  const out = frameWriter(gzip);
  await client.query('begin isolation level repeatable read read only; set local synchronize_seqscans = off');
  const schemas = await schemasOf(client);
  const manifest: Manifest = { format: 1, madeAt: options.now, version: options.version, schemas };
  await out.json('M', manifest);
  const names = schemas.map(({ schema }) => schema);
  const tables: Contents['tables'] = [];
  for (const table of await tablesOf(client, names)) {
    tables.push({ ...table, ...(await writeTable(client, out, table)) });
    options.log?.(`${table.schema}.${table.table}: ${tables.at(-1)!.rows} rows`);
  }
  const sequences = await sequencesOf(client, names);
  await out.json('S', sequences);
  await client.query('commit');
  await out.end();
  await written;
  return { manifest, tables, sequences };
}

async function writeTable(client: pg.Client, out: FrameWriter, table: BackedTable): Promise<TableEnd> {
  await out.json('T', table);
  const digest = createHash('sha256');
  let bytes = 0;
  let gathered: Buffer[] = [];
  let size = 0;
  const flush = (): boolean => {
    const body = Buffer.concat(gathered);
    gathered = [];
    size = 0;
    digest.update(body);
    bytes += body.length;
    return out.write('D', body);
  };
  const rows = await copyOut(client, `copy ${columnsOf(table)} to stdout`, (chunk, resume) => {
    // the parser uses its buffer again
    gathered.push(Buffer.from(chunk));
    size += chunk.length;
    if (size < FRAME || flush()) return true;
    out.onceDrained(resume);
    return false;
  });
  if (size > 0) flush();
  await out.drained();
  const end: TableEnd = { rows, bytes, sha256: digest.digest('hex') };
  await out.json('E', end);
  return end;
}

type FrameWriter = ReturnType<typeof frameWriter>;

function frameWriter(stream: Writable) {
  const digest = createHash('sha256').update(MAGIC);
  stream.write(MAGIC);
  const put = (type: FrameType, body: Buffer): boolean => {
    const bytes = frame(type, body);
    if (type !== 'Z') digest.update(bytes);
    return stream.write(bytes);
  };
  const drained = async (): Promise<void> => {
    if (stream.errored) throw stream.errored;
    if (stream.writableNeedDrain) await once(stream, 'drain');
  };
  return {
    write: put,
    drained,
    onceDrained(go: () => void) {
      if (stream.destroyed) return go();
      // whichever comes takes both ears away: a large table asks a thousand times
      const heard = (): void => {
        stream.off('drain', heard).off('close', heard);
        go();
      };
      stream.on('drain', heard).on('close', heard);
    },
    async json(type: FrameType, value: unknown) {
      put(type, Buffer.from(JSON.stringify(value)));
      await drained();
    },
    async end() {
      put('Z', digest.digest());
      await drained();
      stream.end();
    },
  };
}

async function forceToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
