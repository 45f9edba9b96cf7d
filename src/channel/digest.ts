import { createHash } from 'node:crypto';

/** The other side's name of a message, as it is kept: of any length, and telling nothing of whoever wrote it. */
export function digestOf(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}
