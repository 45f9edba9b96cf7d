import type { Organisation } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Clock } from '../kernel/time.ts';
import { newSecret } from './digest.ts';
import { libraries } from './libraries.ts';
import type { Library } from './library.ts';
import type { Sealer } from './sealing.ts';
import { sealer } from './sealing.ts';

/** What signing in needs beyond a transaction: the database, for what must be counted even when it fails. */
export type AuthParts = {
  database: Database;
  libraryOf(organisation: Organisation): Promise<Library>;
  sealer: Sealer;
};

/** `sealKey` seals secrets that are read again; without one, a key of this process alone, good for whoever keeps nothing. */
export function authParts(database: Database, clock: Clock, sealKey = keyOfProcess()): AuthParts {
  return { database, libraryOf: libraries(database, clock), sealer: sealer(sealKey) };
}

function keyOfProcess(): () => Promise<string> {
  const key = newSecret();
  return async () => key;
}
