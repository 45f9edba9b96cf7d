import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes, one lane: OWASP's first choice. About 25 ms on one core, off the main thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type PasswordHash = string & { readonly __passwordHash: never };

export async function hashPassword(password: string): Promise<PasswordHash> {
  return (await hash(password, COST)) as PasswordHash;
}

export async function passwordFits(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password);
}
