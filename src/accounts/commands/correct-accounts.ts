import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotCorrect } from '../accounts.ts';
import type { Accounts } from '../facts.ts';
import { accountsRulesOf, linesOf } from '../facts.ts';
import { NOTHING_YET, owe, postOf } from './begin-accounts.ts';
import { lockToSupply } from './lock-accounts.ts';

/**
 * What was published was wrong: another version begins with its lines, is supplied and approved as the first was, and says to owners what
 * it corrects. What was published stays as it was.
 */
export async function correctAccounts(context: Context, id: Id<'accounts'>, because: string): Promise<Id<'accounts'>> {
  const rules = await accountsRulesOf(context);
  const former = await lockToSupply(context, id);
  orRefuse(whyNotCorrect(former, await hasNewer(context, former)));
  const next = newId<'accounts'>(context.now);
  const { centre_id, period, begins, from_at, until_at, version } = former;
  await context.tx
    .insertInto('accounts')
    .values({
      ...NOTHING_YET,
      id: next,
      centre_id,
      period,
      begins,
      from_at,
      until_at,
      version: version + 1,
      corrects_because: because,
      remark: former.remark,
    })
    .execute();
  await copyLines(context, id, next);
  await owe(
    context,
    { id: next, centre_id },
    { kind: OWED_AS.revise, post: await postOf(context, rules.owes), limit: rules.approve },
  );
  const data = { version: version + 1, corrects: id };
  await record(context, { subject: { type: 'accounts', id: next }, type: 'accounts.correction_begun', data });
  return next;
}

async function copyLines(context: Context, from: Id<'accounts'>, to: Id<'accounts'>): Promise<void> {
  const lines = (await linesOf(context.tx, [from])).get(from) ?? [];
  const copies = lines.map(({ side, name, amount, note }, no) => ({
    id: newId<'account_line'>(context.now),
    accounts_id: to,
    side,
    name,
    amount,
    note,
    no,
    removed_at: null,
  }));
  await context.tx.insertInto('account_line').values(copies).execute();
}

async function hasNewer({ tx }: Context, { centre_id, period, begins, version }: Accounts): Promise<boolean> {
  const newer = await tx
    .selectFrom('accounts')
    .select('id')
    .where('centre_id', '=', centre_id)
    .where('period', '=', period)
    .where('begins', '=', begins)
    .where('version', '>', version)
    .executeTakeFirst();
  return newer !== undefined;
}
