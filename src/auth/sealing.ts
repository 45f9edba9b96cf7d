import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Refused } from '../kernel/refusal.ts';

/**
 * Keeps secrets that must be read again (of second factors, of identity providers) from whoever reads the database or a
 * backup of it. `about` says what a secret belongs to: sealed for one thing, it opens for no other.
 */
export type Sealer = {
  seal(secret: string, about: string): Promise<string>;
  /** Refused (`seal.key_lost`) where it was sealed with another key. */
  open(sealed: string, about: string): Promise<string>;
};

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** AES-256-GCM with a key derived from the house's. `key` is asked for when something is first sealed or opened. */
export function sealer(key: () => Promise<string>): Sealer {
  let derived: Promise<Buffer> | undefined;
  const own = () =>
    (derived ??= key().then((text) => Buffer.from(hkdfSync('sha256', text, '', 'huiyin sealed secrets', 32))));
  return {
    async seal(secret, about) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv(CIPHER, await own(), iv, { authTagLength: TAG }).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
    },
    async open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url');
      const known = await own();
      try {
        const cipher = createDecipheriv(CIPHER, known, bytes.subarray(0, IV), { authTagLength: TAG });
        cipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV, IV + TAG));
        return Buffer.concat([cipher.update(bytes.subarray(IV + TAG)), cipher.final()]).toString('utf8');
      } catch {
        throw new Refused('seal.key_lost');
      }
    },
  };
}
