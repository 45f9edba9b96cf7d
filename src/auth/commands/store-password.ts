import type { Database } from '../../platform/db.ts';
import type { Tx } from '../../platform/tx.ts';
import type { Organisation } from '../../platform/context.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { PasswordHash } from '../password-hash.ts';
import { hashPassword } from '../password-hash.ts';

/** Makes this the person's password, where the sign-in library looks for it. */
export async function storePassword(tx: Tx, personId: Id<'person'>, hash: PasswordHash, now: Instant): Promise<void> {
  await keepFormer(tx, personId, now);
  await tx
    .insertInto('auth_account')
    .values({
      id: newId(now),
      user_id: personId,
      provider_id: 'credential',
      account_id: personId,
      password: hash,
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'provider_id']).doUpdateSet({ password: hash, updated_at: now }),
    )
    .execute();
}

/** What the longest history asks for; older ones are forgotten. */
const MOST_FORMER = 24;

async function keepFormer(tx: Tx, personId: Id<'person'>, now: Instant): Promise<void> {
  const former = await tx
    .selectFrom('auth_account')
    .select('password')
    .where('user_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  if (!former?.password) return;
  await tx
    .insertInto('password_history')
    .values({ person_id: personId, password: former.password, replaced_at: now })
    .execute();
  const beyond = tx
    .selectFrom('password_history')
    .select('replaced_at')
    .where('person_id', '=', personId)
    .orderBy('replaced_at', 'desc')
    .offset(MOST_FORMER)
    .limit(1);
  await tx
    .deleteFrom('password_history')
    .where('person_id', '=', personId)
    .where('replaced_at', '<=', beyond)
    .execute();
}

/**
 * Gives a person a password from outside of any request: the first administrator, demo people. No rules are asked.
 * A hash made once may be given to many.
 */
export async function setPassword(
  database: Database,
  organisation: Pick<Organisation, 'schema'>,
  personId: Id<'person'>,
  password: { typed: string } | { hash: PasswordHash },
  now: Instant,
): Promise<void> {
  const hash = 'hash' in password ? password.hash : await hashPassword(password.typed);
  await database.transact(organisation.schema, (tx) => storePassword(tx, personId, hash, now));
}
