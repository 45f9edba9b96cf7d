import type { Id } from '../../kernel/id.ts';
import { orRefuse, Stale } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { whyNotCorrect } from '../custody.ts';
import { entryOf, holderOf, lockItem } from '../facts.ts';
import type { Correct } from '../inputs.ts';
import { appendEntry } from './append-entry.ts';
import { oweOnCustody } from './owe-on-custody.ts';

/** The last entry was a mistake: a counter entry puts the thing back as it stood before, with the reason. Both stay in the ledger. */
export async function correctEntry(context: Context, id: Id<'custody_item'>, { seq, reason }: Correct): Promise<void> {
  const { item, last } = await lockItem(context, id);
  if (last.seq !== seq) throw new Stale('stale', { seen: seq, version: last.seq });
  orRefuse(whyNotCorrect(last));
  const before = await entryOf(context, id, seq - 1);
  const entry = await appendEntry(context, item, {
    act: 'corrected',
    state: before.state,
    condition: before.condition,
    from: holderOf(last),
    to: holderOf(before),
    due_back: before.due_back,
    valid_until: before.valid_until,
    ticket_id: last.ticket_id ?? before.ticket_id,
    corrects: seq,
    remark: reason,
    happenedAt: context.now,
  });
  await oweOnCustody(context, item, last, entry);
}
