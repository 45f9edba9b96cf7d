import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Rung } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Plan } from '../facts.ts';
import { OWED_AS } from '../round.ts';
import type { Occurrence } from '../schedule.ts';
import type { Subject } from '../subjects.ts';

export type NewRound = Subject & {
  id: Id<'round'>;
  found: Occurrence;
  postId: Id<'post'>;
  keeperId: Id<'person'> | null;
  /** Begun by hand; null: by its plan, once a period. */
  begunById: Id<'person'> | null;
  ladder: Rung[];
  calendarId: Id<'calendar'>;
};

/** One round, owed from now on by its post or by whoever answers for it by name; one of the same period is begun once. */
export async function startRound(context: Context, plan: Plan, round: NewRound): Promise<void> {
  const { id, found, postId, keeperId, calendarId } = round;
  const { department_id: departmentId } = await context.tx
    .selectFrom('post')
    .select('department_id')
    .where('id', '=', postId)
    .executeTakeFirstOrThrow();
  const centreId = plan.centre_id;
  const of = { plan_id: plan.id, version: plan.version, centre_id: centreId, post_id: postId };
  const when = { begins: found.begins, from_at: found.from, due_at: found.dueAt };
  const whose = { department_id: departmentId, keeper_id: keeperId, begun_by_id: round.begunById };
  const fresh = await context.tx
    .insertInto('round')
    .values({ id, ...of, ...when, ...whose, place_id: round.place_id, customer_id: round.customer_id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'round', id },
      ticketId: null,
      ownerId: keeperId,
      postId,
      departmentId,
      centreId,
      calendarId,
      limit: { dueAt: found.dueAt, ladder: round.ladder },
      startedAt: found.startsAt,
    },
  ]);
  await record(context, {
    subject: { type: 'round', id },
    type: 'round.begun',
    data: { plan: plan.id, version: plan.version, begins: found.begins, dueAt: found.dueAt },
  });
}
