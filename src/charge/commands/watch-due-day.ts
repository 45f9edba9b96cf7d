import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { sql } from 'kysely';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { Context } from '../../platform/context.ts';
import { OWED } from '../charge.ts';
import { answering, chargingOf, dayOver, SETTLED } from '../facts.ts';
import { openDunnings } from './open-dunnings.ts';

type Watched = { type: 'charge' | 'charge_run'; id: string };

/**
 * The due day of a bill is watched (FEE-02): once it has passed, whoever has not paid is followed up; where everything is paid before, the
 * watch ends by itself. One for a run, however many it bills.
 */
export async function watchDueDay(
  context: Context,
  subject: Watched,
  centreId: Id<'centre'>,
  dueDay: string,
): Promise<void> {
  const { posts, limits } = await chargingOf(context);
  const { postId, departmentId, ownerId } = await answering(context, centreId, posts.dunning);
  await startCommitments(context, [
    {
      kind: OWED.due,
      subject,
      ticketId: null,
      ownerId,
      postId,
      departmentId,
      centreId,
      calendarId: await calendarFor(context.tx, limits.dun.calendar, { centreId, departmentId }),
      limit: { allowance: limits.dun.allowance, ladder: [FOOT] },
      startedAt: await dayOver(context, centreId, dueDay),
    },
  ]);
}

type Overdue = { about: string; centre_id: Id<'centre'>; customer_id: Id<'customer'> };

/** Due days have passed: whoever still owes something of these bills is followed up from now on, each by a clock of his own. */
export async function followDueDays(context: Context, abouts: readonly string[]): Promise<void> {
  if (abouts.length === 0) return;
  const { rows } = await sql<Overdue>`
    select distinct coalesce(c.run_id, c.id) as about, c.centre_id, c.customer_id from charge c ${SETTLED}
    where (c.run_id = any(${abouts}::uuid[]) or c.id = any(${abouts}::uuid[])) and c.amount > s.settled`.execute(
    context.tx,
  );
  for (const [centreId, some] of Map.groupBy(rows, (row) => row.centre_id))
    await openDunnings(context, centreId, [...new Set(some.map((row) => row.customer_id))]);
  for (const about of abouts) await keepCommitments(context, { subjectId: about, kinds: [OWED.due] });
}
