import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Context } from '../context.ts';
import { foreignName } from './sniff.ts';
import type { Subject } from './store-file.ts';
import { writeChunks } from './store-file.ts';

const UNKNOWN = 'application/octet-stream';

/**
 * Keeps what came from outside with what it belongs to, whatever it is: nothing that was sent to us is lost. Its type is what its
 * bytes say; what a browser would run is never shown, only saved (`isShown`).
 */
export async function storeForeign(
  context: Context,
  file: { name: string; bytes: Buffer },
  subject: Subject,
): Promise<Id<'file'>> {
  const found = await fileTypeFromBuffer(file.bytes).catch(() => undefined);
  const id = newId<'file'>(context.now);
  await context.tx
    .insertInto('file')
    .values({
      id,
      name: foreignName(file.name),
      type: found?.mime ?? UNKNOWN,
      size: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      at: context.now,
      shows: '',
      by_id: null,
      subject_type: subject.type,
      subject_id: subject.id,
    })
    .execute();
  await writeChunks(context, id, file.bytes);
  return id;
}
