import type { Id } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import type { Accounts } from '../facts.ts';

export async function lockAccounts({ tx }: Context, id: Id<'accounts'>): Promise<Accounts> {
  const row = await tx.selectFrom('accounts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFound('accounts.unknown');
  return row;
}

/** The same, for whoever supplies the data of its centre. */
export async function lockToSupply(context: Context, id: Id<'accounts'>): Promise<Accounts> {
  const accounts = await lockAccounts(context, id);
  orForbid(can(context.actor, 'finance.supply', { centreId: accounts.centre_id }));
  return accounts;
}
