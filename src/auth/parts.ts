import type { Organisation } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Clock } from '../kernel/time.ts';
import { libraries } from './libraries.ts';
import type { Library } from './library.ts';

/** What signing in needs beyond a transaction: the database, for what must be counted even when it fails. */
export type AuthParts = { database: Database; libraryOf(organisation: Organisation): Promise<Library> };

export function authParts(database: Database, clock: Clock): AuthParts {
  return { database, libraryOf: libraries(database, clock) };
}
