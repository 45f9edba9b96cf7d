import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound, Refused } from '../kernel/refusal.ts';
import type { Reading } from '../pack/kinds.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Tx } from '../platform/tx.ts';
import type { AccountSide } from './accounts.ts';
import type { AccountsRules } from './rules.ts';
import type { AccountsTable } from './table.ts';

export type Accounts = Selectable<AccountsTable>;
export type Line = { id: Id<'account_line'>; side: AccountSide; name: string; amount: number; note: string };

/** The rules of the house; refuses where it has set none. */
export async function accountsRulesOf(reading: Reading): Promise<AccountsRules> {
  const { accounts } = await settingsOf(reading);
  if (!accounts) throw new Refused('accounts.not_set_up');
  return accounts;
}

/** Income before expenditure, each side in the order in which it was written down. */
export async function linesOf(tx: Tx, ids: readonly Id<'accounts'>[]): Promise<ReadonlyMap<string, Line[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('account_line')
    .selectAll()
    .where('accounts_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('side', 'desc')
    .orderBy('no')
    .orderBy('id')
    .execute();
  const lines = rows.map(({ amount, ...row }) => ({ ...row, amount: Number(amount) }));
  return Map.groupBy(lines, (row) => row.accounts_id);
}

export async function accountsById(tx: Tx, id: Id<'accounts'>): Promise<Accounts> {
  const row = await tx.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound('accounts.unknown');
  return row;
}
