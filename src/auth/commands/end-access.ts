import type { Tx } from '../../platform/tx.ts';
import type { Id } from '../../kernel/id.ts';

/** Signs a person out everywhere, but for the session `except`. */
export async function endSessions(tx: Tx, personId: Id<'person'>, except?: Id<'session'>): Promise<void> {
  const mine = tx.deleteFrom('auth_session').where('user_id', '=', personId);
  await (except ? mine.where('id', '!=', except) : mine).execute();
}

/** Refuses the programs that a person made tokens for; says how many there were. */
export async function endTokens(tx: Tx, personId: Id<'person'>): Promise<number> {
  const ended = await tx.deleteFrom('personal_token').where('person_id', '=', personId).executeTakeFirst();
  return Number(ended.numDeletedRows);
}

/** Whatever one-time code lies about opens nothing any more. */
export async function endCode(tx: Tx, personId: Id<'person'>): Promise<void> {
  await tx.deleteFrom('password_code').where('person_id', '=', personId).execute();
}

/** Who leaves takes no way in along: sessions, tokens and codes end. The password stays, for it opens nothing more. */
export async function endAccess(tx: Tx, personId: Id<'person'>): Promise<void> {
  await endSessions(tx, personId);
  await endTokens(tx, personId);
  await endCode(tx, personId);
}
