import { createHash } from 'node:crypto';
import { damaged, readFrames } from './frames.ts';
import type { Contents, Manifest, Sequences } from './manifest.ts';
import { endShape, manifestShape, sequencesShape, tableShape } from './manifest.ts';

/** Reads a backup from end to end and says what it holds. Refuses one that is cut off or was changed anywhere. */
export async function verifyBackup(file: string): Promise<Contents> {
  let manifest: Manifest | null = null;
  let sequences: Sequences | null = null;
  const tables: Contents['tables'] = [];
  let open = { digest: createHash('sha256'), bytes: 0, table: null as ReturnType<typeof tableShape.parse> | null };
  for await (const { type, body } of readFrames(file)) {
    if (type === 'M') manifest = parsed(file, () => manifestShape.parse(JSON.parse(body.toString())));
    else if (type === 'S') sequences = parsed(file, () => sequencesShape.parse(JSON.parse(body.toString())));
    else if (type === 'T') {
      const table = parsed(file, () => tableShape.parse(JSON.parse(body.toString())));
      open = { digest: createHash('sha256'), bytes: 0, table };
    } else if (type === 'D') {
      open.digest.update(body);
      open.bytes += body.length;
    } else {
      const end = parsed(file, () => endShape.parse(JSON.parse(body.toString())));
      if (!open.table || end.sha256 !== open.digest.digest('hex') || end.bytes !== open.bytes)
        throw damaged(file, 'a table’s digest does not fit');
      tables.push({ ...open.table, ...end });
    }
  }
  if (!manifest || !sequences) throw damaged(file, 'a part of it is missing');
  return { manifest, tables, sequences };
}

function parsed<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    throw damaged(file, 'a part of it is not readable; a newer Huiyin may have made it');
  }
}
