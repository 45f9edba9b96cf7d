import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

export type Line = { line: number; row: Record<string, string> };

/** The rows of a CSV or TSV file, gzipped or not, one by one, with their line numbers. Memory does not grow with the file. */
export async function* readRows(path: string): AsyncGenerator<Line> {
  const raw = createReadStream(path);
  const text: Readable = (await isGzip(path)) ? raw.pipe(createGunzip()) : raw;
  const tabs = /\.tsv(\.gz)?$/i.test(path);
  const parser = text.pipe(
    parse({
      columns: true,
      bom: true,
      info: true,
      delimiter: tabs ? '\t' : ',',
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  raw.on('error', (fault) => parser.destroy(fault));
  text.on('error', (fault) => parser.destroy(fault));
  for await (const { record, info } of parser as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    yield { line: info.lines, row: record };
  }
}
