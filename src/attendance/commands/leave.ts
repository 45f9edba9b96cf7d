import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, orRefuse, Refused } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { orForbid } from '../../organisation/can.ts';
import { endAbsence } from '../../organisation/commands/end-absence.ts';
import { reportAbsence } from '../../organisation/commands/report-absence.ts';
import { whoIsTold } from '../../organisation/queries.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS, whyNotDecide } from '../attendance.ts';
import { rulesOf, worksAt } from '../facts.ts';
import type { Leave } from '../leave-facts.ts';
import { lockLeave } from '../leave-facts.ts';
import type { AskLeave, DecideLeave } from '../inputs.ts';
import { whyNotAnswer, whyNotWithdraw } from '../may-answer.ts';
import { reckonShifts } from './reckon-shifts.ts';

/** Asks for leave of a kind; owed from now on by whoever stands above is an answer. The same id again asks nothing twice. */
export async function askLeave(context: Context, input: AskLeave): Promise<void> {
  const { tx, now } = context;
  const me = actingPerson(context);
  if (await tx.selectFrom('leave_request').select('id').where('id', '=', input.id).executeTakeFirst()) return;
  const { leaveKinds } = await rulesOf(context);
  if (!leaveKinds.some(({ key }) => key === input.kind)) throw new Invalid('leave.kind_unknown', { path: 'kind' });
  if (input.until <= input.from) throw new Invalid('leave.ends_before_it_begins', { path: 'until' });
  await refuseOverlap(context, me, input);
  const { centre_id, department_id } = await worksAt(context, me);
  await tx
    .insertInto('leave_request')
    .values({
      id: input.id,
      centre_id,
      department_id,
      person_id: me,
      kind: input.kind,
      from_at: input.from,
      until_at: input.until,
      reason: input.reason,
      successor_id: input.successorId ?? null,
      asked_at: now,
      state: 'asked',
      decided_at: null,
      decided_by_id: null,
      absence_id: null,
    })
    .execute();
  await oweAnswer(context, { id: input.id, person_id: me, centre_id, department_id });
  const { kind, from, until } = input;
  await record(context, {
    subject: { type: 'leave_request', id: input.id },
    type: 'leave.asked',
    data: { personId: me, kind, from, until },
  });
}

async function refuseOverlap({ tx }: Context, me: Id<'person'>, { from, until }: AskLeave): Promise<void> {
  const other = await tx
    .selectFrom('leave_request')
    .select('id')
    .where('person_id', '=', me)
    .where('state', 'in', ['asked', 'approved'])
    .where('from_at', '<', until)
    .where('until_at', '>', from)
    .executeTakeFirst();
  if (other) throw new Refused('leave.overlaps');
}

type Asked = Pick<Leave, 'id' | 'person_id' | 'centre_id' | 'department_id'>;

async function oweAnswer(context: Context, leave: Asked): Promise<void> {
  const { limits } = await settingsOf(context);
  const limit = limits.decideLeave ?? limits.acceptHandover;
  const where = { centreId: leave.centre_id, departmentId: leave.department_id };
  const [ownerId] = await whoIsTold(context, { to: 'supervisor', ownerId: leave.person_id, ...where });
  await startCommitments(context, [
    {
      kind: OWED_AS.leave,
      subject: { type: 'leave_request', id: leave.id },
      ticketId: null,
      ownerId: ownerId ?? null,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: context.now,
    },
  ]);
}

/** Approved, it excuses what it covers and becomes an absence, where it is not over already; refused, with the reason. */
export async function decideLeave(
  context: Context,
  id: Id<'leave_request'>,
  { approved, remark }: DecideLeave,
): Promise<void> {
  const leave = await lockLeave(context, id);
  orRefuse(whyNotDecide(leave, context.actor.personId));
  orForbid(await whyNotAnswer(context, leave));
  if (!approved && remark === '') throw new Invalid('leave.remark_needed', { path: 'remark' });
  const absenceId = approved && leave.until_at > context.now ? await becomeAbsence(context, leave) : null;
  await context.tx
    .updateTable('leave_request')
    .set({
      state: approved ? 'approved' : 'refused',
      decided_at: context.now,
      decided_by_id: actingPerson(context),
      remark,
      absence_id: absenceId,
    })
    .where('id', '=', id)
    .execute();
  await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.leave] });
  if (approved) await reckonShifts(context, leave.person_id, leave.from_at);
  await record(context, {
    subject: { type: 'leave_request', id },
    type: approved ? 'leave.approved' : 'leave.refused',
    data: { personId: leave.person_id, absenceId },
  });
}

/** As he might have reported it himself: what is open goes to whoever he named. */
async function becomeAbsence(context: Context, leave: Leave): Promise<Id<'absence'>> {
  const id = newId<'absence'>(context.now);
  const { person_id: personId, successor_id: successorId } = leave;
  const himself = { ...context, actor: { ...context.actor, personId } };
  await reportAbsence(himself, personId, {
    id,
    from: leave.from_at,
    until: leave.until_at,
    reason: leave.reason,
    ...(successorId ? { successorId } : {}),
  });
  return id;
}

/** He does not go: before it is decided, or afterwards, when the absence ends with it. */
export async function withdrawLeave(context: Context, id: Id<'leave_request'>): Promise<void> {
  const leave = await lockLeave(context, id);
  orRefuse(whyNotWithdraw(context, leave));
  if (leave.absence_id !== null) await endAbsence(context, leave.absence_id);
  await context.tx
    .updateTable('leave_request')
    .set({ state: 'withdrawn', decided_at: context.now, decided_by_id: leave.person_id })
    .where('id', '=', id)
    .execute();
  await cancelCommitments(context, { subjectId: id, kinds: [OWED_AS.leave], reason: 'withdrawn' });
  await reckonShifts(context, leave.person_id, leave.from_at);
  await record(context, {
    subject: { type: 'leave_request', id },
    type: 'leave.withdrawn',
    data: { personId: leave.person_id },
  });
}
