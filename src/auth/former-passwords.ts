import { Invalid } from '../kernel/refusal.ts';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';
import { passwordFits } from './password-hash.ts';
import { securityOf } from './security.ts';

/** Refuses (`password.used_before`) the one in use and as many former ones as the house remembers; 25 ms each. */
export async function refuseFormer(tx: Tx, personId: Id<'person'>, typed: string): Promise<void> {
  const { history } = (await securityOf(tx)).passwords;
  if (history === 0) return;
  const present = tx
    .selectFrom('auth_account')
    .select('password')
    .where('user_id', '=', personId)
    .where('provider_id', '=', 'credential');
  const former = tx
    .selectFrom('password_history')
    .select('password')
    .where('person_id', '=', personId)
    .orderBy('replaced_at', 'desc')
    .limit(history - 1);
  for (const { password } of [...(await present.execute()), ...(await former.execute())])
    if (password && (await passwordFits(password, typed)))
      throw new Invalid('password.used_before', { path: 'password', count: history });
}
