import { sql } from 'kysely';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, refusal } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { centres } from '../../organisation/house.ts';
import type { Staff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { beginOf } from '../day.ts';
import type { ProposeMove } from '../inputs.ts';
import { whyNotAppoint, whyNotPropose } from '../may.ts';
import { DECIDE_MOVE, whyNotPosts } from '../move.ts';
import { centreOfMember, orMayNot, postOver, postsHeldBy, STAFF_RIGHTS } from '../reach.ts';
import { rulesOf } from '../rules.ts';
import { settleMove } from './decide-move.ts';

type MoveId = Id<'staff_move'>;

/**
 * Somebody is to be promoted, demoted, appointed or removed: put before whoever decides for the company, who owes the decision by
 * then (PERF-01, APRV-12). The same id again proposes nothing twice.
 */
export async function proposeMove(context: Context, input: ProposeMove): Promise<MoveId> {
  const staff = await orMayNot(context, STAFF_RIGHTS, input.personId);
  orForbid(whyNotPropose(staff, context.actor, input.personId, postsOf(input)));
  const { id, fresh } = await write(context, staff, input);
  if (!fresh) return id;
  await oweDecision(context, staff, id, input);
  const data = { personId: input.personId };
  await record(context, { subject: { type: 'staff_move', id }, type: 'staff_move.proposed', data });
  return id;
}

/** Whoever may decide it himself says so at once: the head of a department within it, the company's leader anywhere (PERF-07). */
export async function appoint(context: Context, input: ProposeMove): Promise<MoveId> {
  const staff = await orMayNot(context, STAFF_RIGHTS, input.personId);
  orForbid(whyNotAppoint(staff, context.actor, input.personId, postsOf(input)));
  const { id, fresh } = await write(context, staff, input);
  if (fresh) await settleMove(context, id, { verdict: 'approved', remark: '' });
  return id;
}

const postsOf = ({ fromPostId, toPostId }: ProposeMove) => ({ from_post_id: fromPostId, to_post_id: toPostId });

async function write(context: Context, staff: Staff, input: ProposeMove): Promise<{ id: MoveId; fresh: boolean }> {
  const { tx, now } = context;
  const { personId, sort, fromPostId, toPostId, reason, day } = input;
  const id = input.id ?? newId<'staff_move'>(now);
  if (await tx.selectFrom('staff_move').select('id').where('id', '=', id).executeTakeFirst())
    return { id, fresh: false };
  const held = postsHeldBy(staff, personId).map((post) => post.id);
  const wrong = whyNotPosts(input, { held, open: staff.posts });
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  await orUnderWay(context, personId);
  const centreId = centreOfMember(staff, context, personId);
  const { zone } = (await centres(context)).get(centreId)!;
  await tx
    .insertInto('staff_move')
    .values({
      id,
      person_id: personId,
      centre_id: centreId,
      sort,
      from_post_id: fromPostId,
      to_post_id: toPostId,
      reason,
      day,
      effective_at: beginOf(day, zone),
      proposed_by_id: actingPerson(context),
      proposed_at: now,
    })
    .execute();
  await writeGrounds(context, id, input);
  return { id, fresh: true };
}

/** The person's row is locked, so that two proposals at once do not both find none. */
async function orUnderWay({ tx }: Context, personId: Id<'person'>): Promise<void> {
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
  const other = await tx
    .selectFrom('staff_move')
    .select('id')
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .where('done_at', 'is', null)
    .where(sql<boolean>`verdict is distinct from 'refused'`)
    .executeTakeFirst();
  orRefuse(other ? refusal('staff_move.under_way') : null);
}

/** Each is a record of his own file; of assessments only what was submitted. */
async function writeGrounds(context: Context, id: MoveId, { personId, grounds }: ProposeMove): Promise<void> {
  for (const { type, id: subjectId } of grounds) {
    const found = await context.tx
      .selectFrom(type)
      .select('id')
      .where('id', '=', subjectId as never)
      .where('person_id', '=', personId)
      .$if(type === 'staff_assessment', (query) => query.where(sql<boolean>`submitted_at is not null`))
      .executeTakeFirst();
    if (!found) throw new Invalid('staff_move.ground_unknown', { path: 'grounds' });
    await context.tx
      .insertInto('staff_move_ground')
      .values({ move_id: id, subject_type: type, subject_id: subjectId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The post that the house names owes the decision; a house that names none is not held to a time. */
async function oweDecision(context: Context, staff: Staff, id: MoveId, { personId }: ProposeMove): Promise<void> {
  const { decides, decision } = (await rulesOf(context)).personnel;
  const post = postOver(staff, decides, personId);
  if (!post || !decision) return;
  const centreId = centreOfMember(staff, context, personId);
  await startCommitments(context, [
    {
      kind: DECIDE_MOVE,
      subject: { type: 'staff_move', id },
      ticketId: null,
      ownerId: null,
      postId: post.id,
      centreId,
      calendarId: await calendarFor(context.tx, decision.calendar, { centreId, departmentId: null }),
      limit: decision,
      startedAt: context.now,
    },
  ]);
}
