import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { EnteredAct } from '../custody.ts';
import { SETTLE } from '../custody.ts';
import type { SettledAs } from '../count.ts';
import { isWay, whyNotSettle } from '../count.ts';
import { lockItem } from '../facts.ts';
import type { Settle } from '../inputs.ts';
import { entryInput } from '../inputs.ts';
import { lockCount, standingOf } from './count-lines.ts';
import { enterOn } from './enter.ts';

/** What the ledger is told of a difference; of the others it hears nothing. */
const ENTERED: Partial<Record<SettledAs, EnteredAct>> = {
  lost: 'lost',
  written_off: 'written_off',
  found: 'found',
  damaged: 'damaged',
};

/**
 * Each difference is settled with a reason, by an approver who did not find it himself (ASST-05); what it comes to is entered in the
 * ledger with that. The last one settles the count.
 */
export async function settleDifference(
  context: Context,
  id: Id<'custody_count'>,
  lineId: Id<'custody_count_line'>,
  { as, reason }: Settle,
): Promise<void> {
  const { tx, now, actor } = context;
  const count = await lockCount(context, id);
  orForbid(can(actor, 'custody.approve', { people: [], departments: [], centreId: count.centre_id }));
  const line = await tx
    .selectFrom('custody_count_line')
    .selectAll()
    .where('id', '=', lineId)
    .where('count_id', '=', id)
    .executeTakeFirst();
  if (!line) throw new NotFound('custody.line_unknown');
  const me = actingPerson(context);
  const settled = line.settled_as !== null;
  orRefuse(whyNotSettle(standingOf(count), { found: line.found, settled }, line.found_by_id === me));
  if (!isWay(line.found, as)) throw new Invalid('custody.not_a_way', { path: 'as' });
  const act = ENTERED[as];
  if (act && line.item_id !== null) {
    const said = { act, whatHappened: line.remark || reason, remark: reason };
    await enterOn(context, await lockItem(context, line.item_id), entryInput.parse(said), id);
  }
  await tx
    .updateTable('custody_count_line')
    .set({ settled_as: as, reason, settled_at: now, settled_by_id: me })
    .where('id', '=', lineId)
    .execute();
  await record(context, {
    subject: { type: 'custody_count', id },
    type: 'custody_count.settled',
    data: { line: lineId, as },
  });
  await settleCount(context, id);
}

async function settleCount({ tx, ...context }: Context, id: Id<'custody_count'>): Promise<void> {
  const left = await tx
    .selectFrom('custody_count_line')
    .select('id')
    .where('count_id', '=', id)
    .where('found', '<>', 'as_booked')
    .where('settled_as', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (left) return;
  await tx.updateTable('custody_count').set({ settled_at: context.now }).where('id', '=', id).execute();
  await keepCommitments({ tx, ...context }, { subjectId: id, kinds: [SETTLE] });
}
