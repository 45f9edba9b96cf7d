import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import type { Edge } from '../platform/http/edge.ts';
import { Invalid } from '../kernel/refusal.ts';
import { withOwnHands } from './auth.ts';
import { counted } from './counted.ts';
import { passwordFits } from './password-hash.ts';

/** The acting person's name and what is kept of the password; null where there is none. */
export async function ownPassword(context: Context): Promise<{ username: string; name: string; hash: string | null }> {
  withOwnHands(context.actor);
  return context.tx
    .selectFrom('person')
    .leftJoin('auth_account', (on) =>
      on.onRef('auth_account.user_id', '=', 'person.id').on('auth_account.provider_id', '=', 'credential'),
    )
    .select(['person.username', 'person.name', 'auth_account.password as hash'])
    .where('person.id', '=', actingPerson(context))
    .executeTakeFirstOrThrow();
}

/** Refuses (`password.current_wrong` at that field) whoever sits at somebody's open screen without knowing the password. */
export async function provePassword(database: Database, edge: Edge, typed: string, path: string): Promise<void> {
  const { username, hash } = await edge.transact(ownPassword);
  await counted(database, edge, username, async () => {
    if (!hash || !(await passwordFits(hash, typed))) throw new Invalid('password.current_wrong', { path });
  });
}
