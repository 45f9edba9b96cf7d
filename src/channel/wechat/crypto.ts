import { createDecipheriv, createHash } from 'node:crypto';
import { isSame } from '../../kernel/is-same.ts';

/** The signature of both of Tencent's platforms: SHA-1 of the parts in the order of their signs. */
export function isSigned(signature: string, parts: readonly string[]): boolean {
  const ours = createHash('sha1').update(parts.toSorted().join('')).digest();
  const theirs = Buffer.from(/^[0-9a-f]{40}$/i.test(signature) ? signature : '', 'hex');
  return isSame(theirs, ours);
}

/** Of PKCS#7 as they use it: filled up to 32 bytes, twice a block of AES. */
const BLOCK = 32;
const RANDOM = 16;

/**
 * What a message encrypted for us says: AES-256-CBC under the EncodingAESKey, sixteen random bytes, a length, the message, and for whom it
 * is. Null where it is not for us, or is nothing of theirs.
 */
export function decrypted(encodingAesKey: string, encrypted: string, receiver: string): string | null {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const sealed = Buffer.from(encrypted, 'base64');
  if (key.length !== 32 || sealed.length === 0 || sealed.length % 16 !== 0) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const filling = padded.at(-1)!;
  if (filling < 1 || filling > BLOCK || filling > padded.length) return null;
  if (!padded.subarray(-filling).every((byte) => byte === filling)) return null;
  const plain = padded.subarray(0, -filling);
  if (plain.length < RANDOM + 4) return null;
  const end = RANDOM + 4 + plain.readUInt32BE(RANDOM);
  if (end > plain.length || plain.subarray(end).toString('utf8') !== receiver) return null;
  return plain.subarray(RANDOM + 4, end).toString('utf8');
}
