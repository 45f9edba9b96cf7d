import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CannotStart } from '../cannot-start.ts';

/**
 * A backup is a gzip of frames: a letter, a length (4 bytes), so many bytes. `M` the manifest, `T` begins a table, `D`
 * its rows as PostgreSQL's COPY text, `E` ends it with count and digest, `S` the sequences, `Z` the digest of all before.
 */
export type FrameType = 'M' | 'T' | 'D' | 'E' | 'S' | 'Z';
export type Frame = { type: FrameType; body: Buffer };

export const MAGIC = Buffer.from('HUIYIN-BACKUP-1\n');
const HEAD = 5;
/** Writers keep to 1 MB; more than this is not one of ours. */
const LARGEST = 64 * 1024 * 1024;

export function frame(type: FrameType, body: Buffer): Buffer {
  const head = Buffer.alloc(HEAD);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

export function damaged(file: string, what: string): CannotStart {
  return new CannotStart('backup.damaged', `${file} is not a whole backup (${what}). Nothing was changed.`);
}

/** Reads the frames of a file one by one; refuses a file that was cut off, changed or never was one. */
export async function* readFrames(file: string): AsyncGenerator<Frame> {
  const digest = createHash('sha256').update(MAGIC);
  const plain = unzipped(file);
  const reader = takeFrom(plain, file);
  if (!(await reader(MAGIC.length))?.equals(MAGIC)) throw damaged(file, 'it does not begin like one');
  for (;;) {
    const head = await reader(HEAD);
    if (!head) throw damaged(file, 'its end is missing');
    const type = head.toString('latin1', 0, 1) as FrameType;
    const length = head.readUInt32BE(1);
    if (length > LARGEST) throw damaged(file, 'a part of it is too large');
    const body = await reader(length);
    if (!body) throw damaged(file, 'its end is missing');
    if (type === 'Z') return finish(file, digest.digest(), body, await reader(1));
    digest.update(head).update(body);
    yield { type, body };
  }
}

function finish(file: string, found: Buffer, written: Buffer, more: Buffer | null): void {
  if (!found.equals(written)) throw damaged(file, 'its digest does not fit');
  if (more) throw damaged(file, 'something follows its end');
}

function unzipped(file: string): AsyncIterable<Buffer> {
  const out = new PassThrough();
  // a fault ends the stream, and the reader meets it there
  pipeline(createReadStream(file), createGunzip(), out).catch((fault) => out.destroy(fault));
  return out;
}

/** Takes exactly so many bytes at a time; null where the stream ends before the first of them is complete. */
function takeFrom(source: AsyncIterable<Buffer>, file: string): (length: number) => Promise<Buffer | null> {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (length) => {
    const parts = [rest];
    let have = rest.length;
    while (have < length) {
      const next = await nextOf(chunks, file);
      if (!next) return null;
      parts.push(next);
      have += next.length;
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts);
    rest = all.subarray(length);
    return all.subarray(0, length);
  };
}

async function nextOf(chunks: AsyncIterator<Buffer>, file: string): Promise<Buffer | null> {
  try {
    const { value, done } = await chunks.next();
    return done ? null : value;
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new CannotStart('backup.no_file', `There is no file ${file}.`);
    if (code === 'EACCES' || code === 'EISDIR') throw new CannotStart('backup.unreadable', `${file} cannot be read.`);
    if (code.startsWith('Z_')) throw damaged(file, 'it is cut off or was changed');
    throw fault;
  }
}
