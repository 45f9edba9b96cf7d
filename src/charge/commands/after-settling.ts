import { sql } from 'kysely';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { todayIn } from '../../organisation/today.ts';
import type { Context } from '../../platform/context.ts';
import { isAnyOpen } from '../../commitment/rows.ts';
import { OWED } from '../charge.ts';
import type { OpenCharge } from '../facts.ts';
import { openChargesOf, SETTLED } from '../facts.ts';
import { endDunning, openDunnings } from './open-dunnings.ts';
import { watchDueDay } from './watch-due-day.ts';

type Whose = { centreId: Id<'centre'>; customerId: Id<'customer'> };
type Settled = Pick<OpenCharge, 'id' | 'run_id'>;

/** Something was paid, waived or reversed: what watched it ends where nothing is left to watch, and so does the following up. */
export async function endWhatIsPaid(
  context: Context,
  { centreId, customerId }: Whose,
  settled: readonly Settled[],
): Promise<void> {
  const abouts = [...new Set(settled.map((one) => one.run_id ?? one.id))];
  const { rows } = await sql<{ about: string }>`
    select distinct coalesce(c.run_id, c.id) as about from charge c ${SETTLED}
    where (c.run_id = any(${abouts}::uuid[]) or c.id = any(${abouts}::uuid[])) and c.amount > s.settled`.execute(
    context.tx,
  );
  const open = new Set(rows.map((row) => row.about));
  for (const about of abouts)
    if (!open.has(about)) await keepCommitments(context, { subjectId: about, kinds: [OWED.due] });
  await endWhereNothingIsOverdue(context, { centreId, customerId });
}

async function endWhereNothingIsOverdue(context: Context, { centreId, customerId }: Whose): Promise<void> {
  const dunning = await context.tx
    .selectFrom('dunning')
    .select('id')
    .where('centre_id', '=', centreId)
    .where('customer_id', '=', customerId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!dunning) return;
  const today = await todayIn(context, centreId);
  const open = await openChargesOf(context.tx, centreId, customerId);
  if (!open.some((one) => one.due_day < today)) await endDunning(context, dunning);
}

/** Money was given back: what it had paid is owed again, and watched or followed up again. */
export async function watchAgain(
  context: Context,
  { centreId, customerId }: Whose,
  again: readonly { id: Id<'charge'>; due_day: string }[],
): Promise<void> {
  const today = await todayIn(context, centreId);
  if (again.some((one) => one.due_day < today)) await openDunnings(context, centreId, [customerId]);
  for (const { id, due_day } of again)
    if (due_day >= today && !(await isAnyOpen(context.tx, { subjectId: id, kinds: [OWED.due] })))
      await watchDueDay(context, { type: 'charge', id }, centreId, due_day);
}
