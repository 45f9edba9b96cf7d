import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { ItemRow } from '../facts.ts';
import { lockItem } from '../facts.ts';
import type { Check } from '../inputs.ts';
import { OWED_AS, whyNotCheck } from '../work-plan.ts';
import { owe } from './give-items.ts';

/**
 * What was done is looked at, with which remark (ASGN-07). Sent back, it is owed again by the time that is named, and what was checked
 * stays in its record.
 */
export async function checkItem(context: Context, id: Id<'work_item'>, input: Check): Promise<void> {
  const item = await lockItem(context.tx, id);
  orRefuse(whyNotCheck(item, context.actor));
  const { passed, remark, dueAt } = input;
  if (!passed && remark === '') throw new Invalid('work_item.remark_missing', { path: 'remark' });
  if (!passed && (dueAt === undefined || dueAt <= context.now))
    throw new Invalid('work_item.due_missing', { path: 'dueAt' });
  const by = actingPerson(context);
  await keepCheck(context, item, input);
  const again = {
    done_at: null,
    done_quantity: null,
    outcome: null,
    begun_at: null,
    checked_at: null,
    checked_by_id: null,
    due_at: dueAt!,
  };
  const looked = { checked_at: context.now, checked_by_id: by };
  await context.tx
    .updateTable('work_item')
    .set({ passed, remark, ...(passed ? looked : again) })
    .where('id', '=', id)
    .execute();
  if (!passed) {
    const { person_id: ownerId, centre_id: centreId } = item;
    await owe(context, { kind: OWED_AS.item, subject: { type: 'work_item', id }, ownerId, centreId }, dueAt!);
  }
  await record(context, {
    subject: { type: 'work_item', id },
    type: passed ? 'work_item.passed' : 'work_item.sent_back',
    data: { to: item.person_id, dueAt: dueAt ?? null },
  });
}

/** What was looked at, and what was said of it. */
async function keepCheck(context: Context, item: ItemRow, { passed, remark }: Check): Promise<void> {
  const { n } = await context.tx
    .selectFrom('work_item_check')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('item_id', '=', item.id)
    .executeTakeFirstOrThrow();
  await context.tx
    .insertInto('work_item_check')
    .values({
      item_id: item.id,
      no: Number(n) + 1,
      outcome: item.outcome!,
      done_at: item.done_at!,
      done_quantity: item.done_quantity,
      passed,
      remark,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
}
