import { createInflateRaw } from 'node:zlib';
import { Invalid } from '../../kernel/refusal.ts';

const MEGABYTE = 1024 * 1024;
/** A sheet is read as it is unpacked; texts and styles that cells share are held whole. */
const MOST = { all: 256 * MEGABYTE, held: 64 * MEGABYTE };

const ENTRY = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const STORED = 0;
const DEFLATED = 8;

type Entry = { name: string; method: number; begins: number; packed: number | null };

/**
 * Refuses a workbook that unpacks to more than fits, before anything of it is read: a file of a megabyte can hold a thousand. Goes
 * through the entries one after another, as the reader will, and believes no size that the file says of itself.
 */
export async function orTooLargeUnpacked(bytes: Buffer): Promise<void> {
  const sizes = { all: 0, held: 0 };
  let at = 0;
  while (at + 30 <= bytes.length && bytes.readUInt32LE(at) === ENTRY) {
    const entry = entryAt(bytes, at);
    const held = !entry.name.startsWith('xl/worksheets/');
    const grown = (size: number): void => {
      sizes.all += size;
      if (held) sizes.held += size;
      if (sizes.all > MOST.all || sizes.held > MOST.held)
        throw new Invalid('import.file_unpacks_too_large', { path: 'file', megabytes: MOST.all / MEGABYTE });
    };
    at = await endOf(bytes, entry, grown);
  }
}

function entryAt(bytes: Buffer, at: number): Entry {
  const described = (bytes.readUInt16LE(at + 6) & 8) !== 0;
  const [nameLength, extraLength] = [bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
  const packed = bytes.readUInt32LE(at + 18);
  return {
    name: bytes.toString('utf8', at + 30, at + 30 + nameLength),
    method: bytes.readUInt16LE(at + 8),
    begins: at + 30 + nameLength + extraLength,
    // where the sizes come after the data, only unpacking it tells its end
    packed: described && packed === 0 ? null : packed,
  };
}

/** Where the next entry begins. */
async function endOf(bytes: Buffer, { method, begins, packed }: Entry, grown: (size: number) => void): Promise<number> {
  if (method === STORED && packed !== null) {
    grown(packed);
    return begins + packed;
  }
  if (method !== DEFLATED) throw new Invalid('import.file_unreadable', { path: 'file' });
  const read = await unpack(bytes.subarray(begins, packed === null ? undefined : begins + packed), grown);
  if (packed !== null) return begins + packed;
  const end = begins + read;
  return end + (end + 4 <= bytes.length && bytes.readUInt32LE(end) === DESCRIPTOR ? 16 : 12);
}

/** Unpacks and keeps nothing; answers how many bytes of the packed it took. */
function unpack(packed: Buffer, grown: (size: number) => void): Promise<number> {
  const inflater = createInflateRaw();
  return new Promise((resolve, reject) => {
    inflater.on('data', (piece: Buffer) => {
      try {
        grown(piece.length);
      } catch (fault) {
        inflater.destroy(fault as Error);
      }
    });
    inflater.on('error', reject);
    inflater.on('end', () => resolve(inflater.bytesWritten));
    inflater.end(packed);
  });
}
