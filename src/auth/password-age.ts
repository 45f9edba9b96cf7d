import type { Kysely } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';
import type { Tables } from '../tables.ts';
import type { Security } from './security.ts';

/** Whether somebody's password is older than the house lets one grow. */
export async function isPasswordOld(
  tables: Kysely<Tables>,
  personId: Id<'person'>,
  { passwords }: Security,
  now: Instant,
): Promise<boolean> {
  if (passwords.expireDays === null) return false;
  const row = await tables
    .selectFrom('auth_account')
    .select('updated_at')
    .where('user_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  return row !== undefined && plus(row.updated_at, passwords.expireDays * DAY) <= now;
}
