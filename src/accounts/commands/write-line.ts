import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import { NotFound, orRefuse, refusal, Refused } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { AccountSide } from '../accounts.ts';
import { whyNotWrite } from '../accounts.ts';
import type { WriteAccountLine } from '../inputs.ts';
import { lockToSupply } from './lock-accounts.ts';

/** More than anybody reads on a notice. */
const MOST_LINES = 200;

/** A line of income or expenditure, new or changed; its former amount stands in the journal. Named twice on one side it is refused. */
export async function writeAccountLine(
  context: Context,
  accountsId: Id<'accounts'>,
  input: WriteAccountLine,
): Promise<Id<'account_line'>> {
  orRefuse(whyNotWrite(await lockToSupply(context, accountsId)));
  const lines = await standing(context, accountsId);
  const id = input.id ?? newId<'account_line'>(context.now);
  const before = lines.find((one) => one.id === id);
  const { side, name, amount, note } = input;
  if (lines.some((one) => one.id !== id && one.side === side && one.name === name))
    throw new Refused('accounts.line_twice', { name });
  orRefuse(!before && lines.length >= MOST_LINES ? refusal('accounts.too_many_lines', { most: MOST_LINES }) : null);
  const values = { side, name, amount, note };
  if (before) await context.tx.updateTable('account_line').set(values).where('id', '=', id).execute();
  else {
    const no = Math.max(0, ...lines.map((one) => one.no)) + 1;
    const row = { id, accounts_id: accountsId, ...values, no, removed_at: null };
    await context.tx.insertInto('account_line').values(row).execute();
  }
  await changed(context, { id, accountsId, side, before: before ? Number(before.amount) : null, after: amount });
  return id;
}

export async function removeAccountLine(context: Context, id: Id<'account_line'>): Promise<void> {
  const line = await context.tx
    .selectFrom('account_line')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (!line) throw new NotFound('accounts.line_unknown');
  orRefuse(whyNotWrite(await lockToSupply(context, line.accounts_id)));
  await context.tx.updateTable('account_line').set({ removed_at: context.now }).where('id', '=', id).execute();
  const { accounts_id: accountsId, side, amount } = line;
  await changed(context, { id, accountsId, side, before: Number(amount), after: null });
}

function standing({ tx }: Context, accountsId: Id<'accounts'>) {
  return tx
    .selectFrom('account_line')
    .selectAll()
    .where('accounts_id', '=', accountsId)
    .where('removed_at', 'is', null)
    .orderBy(sql`no`)
    .execute();
}

type Change = {
  id: Id<'account_line'>;
  accountsId: Id<'accounts'>;
  side: AccountSide;
  before: number | null;
  after: number | null;
};

async function changed(context: Context, { id, accountsId, side, before, after }: Change): Promise<void> {
  const data = { accountsId, side, before, after };
  await record(context, { subject: { type: 'account_line', id }, type: 'accounts.line_written', data });
  context.signals.changed.set(accountsId, 'accounts');
}
