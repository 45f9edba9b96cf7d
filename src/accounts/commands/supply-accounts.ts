import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, totalsOf, whyNotSupply } from '../accounts.ts';
import { accountsRulesOf, linesOf } from '../facts.ts';
import type { Supply } from '../inputs.ts';
import { beginAccountsAfter, owe, postOf } from './begin-accounts.ts';
import { lockToSupply } from './lock-accounts.ts';

/** Planning and finance hands the data of a period to whoever approves them (ROLE-36); from then on they stay as they are. */
export async function supplyAccounts(context: Context, id: Id<'accounts'>, { remark }: Supply): Promise<void> {
  const rules = await accountsRulesOf(context);
  const accounts = await lockToSupply(context, id);
  const lines = (await linesOf(context.tx, [id])).get(id) ?? [];
  orRefuse(whyNotSupply(accounts, lines, context.now));
  const by = actingPerson(context);
  await context.tx
    .updateTable('accounts')
    .set({ remark, supplied_at: context.now, supplied_by_id: by })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.supply, OWED_AS.revise] });
  // the clock has begun the next by now, unless this came in before the clock woke
  await beginAccountsAfter(context, [id]);
  const approver = { kind: OWED_AS.approve, post: await postOf(context, rules.approves), limit: rules.approve };
  await owe(context, accounts, approver);
  const data = { version: accounts.version, ...totalsOf(lines) };
  await record(context, { subject: { type: 'accounts', id }, type: 'accounts.supplied', data });
}
