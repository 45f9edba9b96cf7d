import { takeBackCommitments } from '../../commitment/commands/take-back-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockItem } from '../facts.ts';
import { whyNotDistribute } from '../work-plan.ts';

/** An item that a file brought in and that nobody has touched since is taken out again; moved or checked ones the database keeps. */
export async function takeBackItem(context: Context, id: Id<'work_item'>): Promise<void> {
  const item = await lockItem(context.tx, id);
  orForbid(whyNotDistribute(context.actor, item));
  await takeBackCommitments(context, id);
  await context.tx.deleteFrom('work_item').where('id', '=', id).execute();
  await record(context, { subject: { type: 'work_item', id }, type: 'work_item.taken_back' });
}
