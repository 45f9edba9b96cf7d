import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockItem } from '../facts.ts';
import { whyNotMove } from '../work-plan.ts';

type Move = { toId: Id<'person'>; why: string };

/** Somebody else does it from now on; the trace says from whom, to whom, by whom and why (ASGN-07). He has not read it yet. */
export async function moveItem(context: Context, id: Id<'work_item'>, { toId, why }: Move): Promise<void> {
  const item = await lockItem(context.tx, id);
  orRefuse(whyNotMove(item, context.actor));
  if (toId === item.person_id) throw new Invalid('work_item.has_it', { path: 'toId' });
  await orNotHere(context.tx, [toId], 'toId');
  const { n } = await context.tx
    .selectFrom('work_item_move')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('item_id', '=', id)
    .executeTakeFirstOrThrow();
  const move = { from_id: item.person_id, to_id: toId, why, by_id: actingPerson(context), at: context.now };
  await context.tx
    .insertInto('work_item_move')
    .values({ item_id: id, no: Number(n) + 1, ...move })
    .execute();
  await context.tx
    .updateTable('work_item')
    .set({ person_id: toId, read_at: null, begun_at: null })
    .where('id', '=', id)
    .execute();
  await moveCommitments(context, { subjectId: id, toId });
  await record(context, {
    subject: { type: 'work_item', id },
    type: 'work_item.moved',
    data: { from: item.person_id, to: toId, dueAt: item.due_at },
  });
}
