import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockNeverEmpty, lockPerson, orMayNotEdit, refuseUnadministered } from '../facts.ts';
import type { Leave } from '../inputs.ts';
import { refuseSuccessor } from './report-absence.ts';
import { release } from './set-duty.ts';
import { STILL_OPEN } from '../../work-order/still-open.ts';

/**
 * A person leaves for good: posts are given up, absences end, and `person.left` lets everything open go to the successor in
 * one act. Refuses to leave open matters without one (`leave.successor_needed`), a post empty that never may be, or the
 * organisation without an administrator. The name stays on what was done.
 */
export async function leave(context: Context, personId: Id<'person'>, input: Leave): Promise<void> {
  await lockNeverEmpty(context);
  await lockPerson(context, personId);
  const posts = await orMayNotEdit(context, personId);
  const { tx, now } = context;
  const open = await openMattersOf(context, personId);
  orRefuse(open > 0 && !input.successorId ? refusal('leave.successor_needed', { open }) : null);
  await refuseSuccessor(context, personId, input.successorId);
  await release(context, personId, input.successorId);
  await tx.deleteFrom('person_post').where('person_id', '=', personId).execute();
  await tx
    .updateTable('absence')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  await tx
    .updateTable('person')
    .set({ left_at: now, on_duty: false, duty_changed_at: now })
    .where('id', '=', personId)
    .execute();
  await refuseUnadministered(context);
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'person.left',
    data: {
      successorId: input.successorId ?? null,
      posts: posts.map((post) => post.postId),
      open,
      reason: input.reason,
    },
  });
}

/** Open tickets owned or offered, work orders in hand, promises owed. Four index look-ups. */
export async function openMattersOf(context: Context, personId: Id<'person'>): Promise<number> {
  const answer = await sql<{ open: number }>`select (
    (select count(*) from ticket where owner_id = ${personId} and closed_at is null)
    + (select count(*) from ticket where offered_to_id = ${personId})
    + (select count(*) from work_order where person_id = ${personId} and stage ${STILL_OPEN})
    + (select count(*) from commitment where owner_id = ${personId} and settled_at is null)
  ) as open`.execute(context.tx);
  return answer.rows[0]!.open;
}
