import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { NewCommitment } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { refusal } from '../../kernel/refusal.ts';
import type { ItemRow } from '../facts.ts';
import { lockWorkPlan } from '../facts.ts';
import type { GiveItem } from '../inputs.ts';
import { OWED_AS, whyNotDistribute } from '../work-plan.ts';

/** One thing somebody is to do by a time (ASGN-07). The same id again gives nothing twice. */
export async function giveItem(context: Context, input: GiveItem): Promise<Id<'work_item'>> {
  const plan = input.planId ? await lockWorkPlan(context.tx, input.planId) : null;
  const where = plan ?? { centre_id: await centreOf(context), department_id: null };
  orForbid(whyNotDistribute(context.actor, where));
  orRefuse(plan && plan.reported_at !== null ? refusal('work_plan.reported') : null);
  const [id] = await writeItems(context, where, plan?.id ?? null, [input]);
  return id!;
}

type NewItem = Pick<GiveItem, 'id' | 'title' | 'personId' | 'dueAt'> & Partial<Pick<GiveItem, 'quantity' | 'unit'>>;
type Where = Pick<ItemRow, 'centre_id' | 'department_id'>;

/** Each item is owed by its person from now on, and he hears of it. */
export async function writeItems(
  context: Context,
  where: Where,
  planId: Id<'work_plan'> | null,
  items: readonly NewItem[],
): Promise<Id<'work_item'>[]> {
  if (!context.replaying && items.some((item) => item.dueAt <= context.now))
    throw new Invalid('promise.in_past', { path: 'dueAt' });
  orUncounted(items, where.department_id !== null);
  await orNotHere(
    context.tx,
    items.map((item) => item.personId),
    'personId',
  );
  const ids: Id<'work_item'>[] = [];
  for (const item of items) ids.push(await writeItem(context, where, planId, item));
  return ids;
}

/** What a department plans for itself says how much of what (REPT-02); elsewhere a quantity says at least of what. */
function orUncounted(items: readonly NewItem[], isNeeded: boolean): void {
  const wrong = items.some(({ quantity, unit = '' }) =>
    quantity === undefined ? isNeeded || unit !== '' : unit === '',
  );
  if (wrong) throw new Invalid('work_item.quantity_missing', { path: 'quantity' });
}

async function writeItem(
  context: Context,
  where: Where,
  planId: Id<'work_plan'> | null,
  { id = newId<'work_item'>(context.now), title, personId, dueAt, quantity, unit = '' }: NewItem,
): Promise<Id<'work_item'>> {
  const { centre_id: centreId, department_id } = where;
  const counted = { quantity: quantity ?? null, unit };
  const of = { id, plan_id: planId, centre_id: centreId, department_id, title, person_id: personId, due_at: dueAt };
  const written = await context.tx
    .insertInto('work_item')
    .values({ ...NOTHING_YET, ...of, ...counted, by_id: actingPerson(context), given_at: context.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) return id;
  await owe(context, { kind: OWED_AS.item, subject: { type: 'work_item', id }, ownerId: personId, centreId }, dueAt);
  await record(context, {
    subject: { type: 'work_item', id },
    type: 'work_item.given',
    data: { to: personId, plan: planId, dueAt },
  });
  return id;
}

const NOTHING_YET = {
  read_at: null,
  begun_at: null,
  done_at: null,
  done_quantity: null,
  outcome: null,
  checked_at: null,
  checked_by_id: null,
  passed: null,
  remark: null,
};

type Owed = Pick<NewCommitment, 'kind' | 'subject' | 'ownerId' | 'centreId'>;

/** Owed at a named moment; who hears of it on the way is as for a ticket that was offered. */
export async function owe(context: Context, owed: Owed, dueAt: Instant): Promise<void> {
  const { limits } = await settingsOf(context);
  const where = { centreId: owed.centreId, departmentId: null };
  await startCommitments(context, [
    {
      ...owed,
      ticketId: null,
      calendarId: await calendarFor(context.tx, 'reception', where),
      limit: { dueAt, ladder: limits.acceptHandover.ladder },
      startedAt: context.now,
    },
  ]);
}
