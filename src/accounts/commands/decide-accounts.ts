import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { whyNotInPost } from '../../budget/budget.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, totalsOf, whyNotDecide } from '../accounts.ts';
import { accountsRulesOf, linesOf } from '../facts.ts';
import type { DecideAccounts } from '../inputs.ts';
import { owe, postOf } from './begin-accounts.ts';
import { lockAccounts } from './lock-accounts.ts';

/** Approved by the post named for it they are published to owners there and then (FEE-04, REPT-23); sent back they are put right. */
export async function decideAccounts(context: Context, id: Id<'accounts'>, input: DecideAccounts): Promise<void> {
  const rules = await accountsRulesOf(context);
  const accounts = await lockAccounts(context, id);
  orForbid(can(context.actor, 'budget.approve', { centreId: accounts.centre_id }));
  orRefuse(whyNotInPost(context.actor, rules.approves));
  orRefuse(whyNotDecide(accounts));
  const { decision, because } = input;
  if (decision === 'send_back' && because === '') throw new Invalid('budget.because_needed', { path: 'because' });
  const to = accounts.supplied_by_id;
  await context.tx
    .updateTable('accounts')
    .set(
      decision === 'publish'
        ? { published_at: context.now, published_by_id: actingPerson(context) }
        : { supplied_at: null, supplied_by_id: null, sent_back_at: context.now, sent_back_because: because },
    )
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.approve] });
  const reviser = { kind: OWED_AS.revise, post: await postOf(context, rules.owes), limit: rules.approve };
  if (decision === 'send_back') await owe(context, accounts, reviser);
  const totals = totalsOf((await linesOf(context.tx, [id])).get(id) ?? []);
  const data = { decision, version: accounts.version, to, ...totals };
  const type = decision === 'publish' ? 'accounts.published' : 'accounts.sent_back';
  await record(context, { subject: { type: 'accounts', id }, type, data });
}
