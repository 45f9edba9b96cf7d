import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { lockItem } from '../facts.ts';
import type { Finish } from '../inputs.ts';
import { OWED_AS, whyNotStep } from '../work-plan.ts';

type When = { happenedAt?: Instant | undefined };

/** An instruction from above is acknowledged (ASGN-06). */
export async function readItem(context: Context, id: Id<'work_item'>, when: When): Promise<void> {
  const item = await lockItem(context.tx, id);
  orRefuse(whyNotStep(item, 'read', context.actor));
  const at = happened(context, when.happenedAt, item.given_at);
  await context.tx.updateTable('work_item').set({ read_at: at }).where('id', '=', id).execute();
  await record(context, { subject: { type: 'work_item', id }, type: 'work_item.read', happenedAt: at });
}

export async function beginItem(context: Context, id: Id<'work_item'>, when: When): Promise<void> {
  const item = await lockItem(context.tx, id);
  orRefuse(whyNotStep(item, 'begin', context.actor));
  const at = happened(context, when.happenedAt, item.given_at);
  await context.tx
    .updateTable('work_item')
    .set({ begun_at: at, read_at: item.read_at ?? at })
    .where('id', '=', id)
    .execute();
  await record(context, { subject: { type: 'work_item', id }, type: 'work_item.begun', happenedAt: at });
}

/** Done, with what came of it; in time or late by when it was. Sent back before, the former check stays in its record. */
export async function finishItem(context: Context, id: Id<'work_item'>, input: Finish): Promise<void> {
  const item = await lockItem(context.tx, id);
  orRefuse(whyNotStep(item, 'finish', context.actor));
  if (item.quantity !== null && input.doneQuantity === undefined)
    throw new Invalid('work_item.done_quantity_missing', { path: 'doneQuantity' });
  const at = happened(context, input.happenedAt, item.begun_at ?? item.given_at);
  await context.tx
    .updateTable('work_item')
    .set({
      done_at: at,
      outcome: input.outcome,
      done_quantity: item.quantity === null ? null : input.doneQuantity!,
      read_at: item.read_at ?? at,
      passed: null,
      checked_at: null,
      checked_by_id: null,
    })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.item], happenedAt: at });
  await record(context, {
    subject: { type: 'work_item', id },
    type: 'work_item.done',
    happenedAt: at,
    data: { plan: item.plan_id, givenBy: item.by_id },
  });
}
