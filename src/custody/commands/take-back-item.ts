import type { Id } from '../../kernel/id.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockItem } from '../facts.ts';

/** A thing that a file brought in, and that nothing was entered about since, is taken out of the register again. */
export async function takeBackItem(context: Context, id: Id<'custody_item'>): Promise<void> {
  const { last } = await lockItem(context, id);
  orRefuse(last.seq === 1 ? null : refusal('custody.has_entries'));
  await context.tx.deleteFrom('custody_item').where('id', '=', id).execute();
  await record(context, { subject: { type: 'custody_item', id }, type: 'custody.taken_back' });
}
