import { sql } from 'kysely';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import type { Limit } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED } from '../charge.ts';
import { answering, chargingOf } from '../facts.ts';

type Dunning = { id: Id<'dunning'> };

/** Follows up what these customers owe; whoever is followed up already is not twice. */
export async function openDunnings(
  context: Context,
  centreId: Id<'centre'>,
  customers: readonly Id<'customer'>[],
): Promise<void> {
  const { tx, now } = context;
  const ids = customers.map(() => newId<'dunning'>(now));
  const { rows } = await sql<Dunning>`
    insert into dunning (id, centre_id, customer_id, opened_at)
    select x.id, ${centreId}, x.customer, ${now}::timestamptz from unnest(${ids}::uuid[], ${customers}::uuid[]) as x(id, customer)
    order by x.customer on conflict (centre_id, customer_id) where closed_at is null do nothing returning id`.execute(
    tx,
  );
  if (rows.length === 0) return;
  const { limits } = await chargingOf(context);
  await oweSteps(context, centreId, rows, limits.dun, now);
  await record(
    context,
    ...rows.map(({ id }) => ({ subject: { type: 'dunning' as const, id }, type: 'charge.dunning_opened' })),
  );
}

/** The next step is owed by whoever follows up: never without a day. */
export async function oweSteps(
  context: Context,
  centreId: Id<'centre'>,
  dunnings: readonly Dunning[],
  limit: Limit,
  startedAt: Instant,
): Promise<void> {
  const { posts } = await chargingOf(context);
  const { postId, departmentId, ownerId } = await answering(context, centreId, posts.dunning);
  const calendarId = await calendarFor(context.tx, limit.calendar, { centreId, departmentId });
  await startCommitments(
    context,
    dunnings.map(({ id }) => ({
      kind: OWED.step,
      subject: { type: 'dunning' as const, id },
      ticketId: null,
      ownerId,
      postId,
      departmentId,
      centreId,
      calendarId,
      limit,
      startedAt,
    })),
  );
}

/** Nothing is overdue any more: it ends by itself. */
export async function endDunning(context: Context, { id }: Dunning): Promise<void> {
  await context.tx.updateTable('dunning').set({ closed_at: context.now }).where('id', '=', id).execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED.step] });
  await record(context, { subject: { type: 'dunning', id }, type: 'charge.dunning_ended' });
}
