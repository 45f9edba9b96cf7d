import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Limit } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, happened, record } from '../../platform/journal.ts';
import type { MeetingRow } from '../facts.ts';
import { lockMeeting, meetingSorts, membersOf } from '../facts.ts';
import type { Minutes } from '../inputs.ts';
import { OWED_AS, whyNotRecord } from '../meeting.ts';
import { carryOpenItems, NOTHING_SAID } from './call-meeting.ts';
import { keepBefore } from './keep-before.ts';

/**
 * Who came, and what was said and decided point by point. With the first of it the meeting counts as held: what was owed for its period
 * is kept, and its chair owes his signature (MEET-01). What stood there before stays readable.
 */
export async function writeMinutes(context: Context, id: Id<'meeting'>, input: Minutes): Promise<void> {
  const meeting = await lockMeeting(context, id);
  orRefuse(whyNotRecord(meeting, context.actor, context.now));
  await expectVersion(context, id, input.seen);
  const first = meeting.state === 'called';
  if (first) await carryOpenItems(context, meeting);
  const before = { ...(await setCame(context, id, input.came)), ...(await setPoints(context, id, input.points)) };
  if (!first) await keepBefore(context, id, before);
  if (first) await hold(context, meeting, input.heldAt);
  await record(context, {
    subject: { type: 'meeting', id },
    type: 'meeting.recorded',
    data: { came: input.came.length },
  });
}

async function setCame(context: Context, id: Id<'meeting'>, came: readonly number[]): Promise<Record<string, unknown>> {
  const members = await membersOf(context, id);
  const strange = came.findIndex((no) => !members.some((one) => one.no === no));
  if (strange >= 0) throw new Invalid('meeting.member_unknown', { path: `came.${strange}` });
  const before = members.filter((one) => one.came).map(({ no }) => no);
  if (members.every((one) => one.came === came.includes(one.no))) return {};
  for (const { no } of members)
    await context.tx
      .updateTable('meeting_member')
      .set({ came: came.includes(no) })
      .where('meeting_id', '=', id)
      .where('no', '=', no)
      .execute();
  return { came: before };
}

/** Every point as it stands now. One of the agenda that is left out is gone; what was carried over stays. */
async function setPoints(
  context: Context,
  id: Id<'meeting'>,
  points: Minutes['points'],
): Promise<Record<string, unknown>> {
  const { tx } = context;
  const stood = await tx.selectFrom('meeting_point').selectAll().where('meeting_id', '=', id).orderBy('no').execute();
  const strange = points.findIndex(({ no }) => no !== undefined && !stood.some((one) => one.no === no));
  if (strange >= 0) throw new Invalid('meeting.point_unknown', { path: `points.${strange}.no` });
  const known = (no: number | undefined) => stood.find((one) => one.no === no) ?? { ...NOTHING_SAID, title: '' };
  const forgotten = stood.filter((one) => one.item_id !== null && !points.some(({ no }) => no === one.no));
  const rows = [
    ...points.map(({ no, title, minutes, decision }) => {
      const { item_id: item, title: carried } = known(no);
      return { item_id: item, title: item === null ? title : carried, minutes, decision };
    }),
    ...forgotten.map(({ item_id, title, minutes, decision }) => ({ item_id, title, minutes, decision })),
  ].map((row, at) => ({ ...row, meeting_id: id, no: at + 1 }));
  const said = (all: readonly { title: string; minutes: string; decision: string }[]) =>
    all.map(({ title, minutes, decision }) => ({ title, minutes, decision }));
  if (JSON.stringify(said(stood)) === JSON.stringify(said(rows))) return {};
  await tx.deleteFrom('meeting_point').where('meeting_id', '=', id).execute();
  await tx.insertInto('meeting_point').values(rows).execute();
  return { points: said(stood) };
}

async function hold(context: Context, meeting: MeetingRow, said: Instant | undefined): Promise<void> {
  const heldAt = happened(context, said ?? meeting.starts_at, plus(meeting.starts_at, -DAY));
  await context.tx
    .updateTable('meeting')
    .set({ state: 'held', held_at: heldAt })
    .where('id', '=', meeting.id)
    .execute();
  if (meeting.regular) await keepDues(context, meeting, heldAt);
  const limit = await signWithin(context, meeting);
  const where = { centreId: meeting.centre_id, departmentId: meeting.department_id };
  await startCommitments(context, [
    {
      kind: OWED_AS.record,
      subject: { type: 'meeting', id: meeting.id },
      ticketId: null,
      ownerId: meeting.chair_id,
      ...where,
      calendarId: await calendarFor(context.tx, limit.calendar, where),
      limit,
      startedAt: heldAt,
    },
  ]);
}

/**
 * Keeps what is owed for the period in which it was held; what earlier periods missed stays missed, and is owed no longer. Held besides the
 * one of its period, it makes good the first that was missed, late.
 */
async function keepDues(context: Context, meeting: MeetingRow, heldAt: Instant): Promise<void> {
  const dues = await context.tx
    .selectFrom('meeting_due')
    .select(['id', 'until_at'])
    .where('sort', '=', meeting.sort)
    .where('centre_id', '=', meeting.centre_id)
    .where('department_id', meeting.department_id === null ? 'is' : '=', meeting.department_id)
    .where('meeting_id', 'is', null)
    .where('dropped_at', 'is', null)
    .where('from_at', '<=', heldAt)
    .orderBy('from_at')
    .forNoKeyUpdate()
    .execute();
  const kept = dues.find(({ until_at: until }) => until > heldAt) ?? dues[0];
  if (!kept) return;
  await context.tx.updateTable('meeting_due').set({ meeting_id: meeting.id }).where('id', '=', kept.id).execute();
  for (const { id } of dues)
    await keepCommitments(context, { subjectId: id, kinds: [OWED_AS.meeting], happenedAt: heldAt });
}

async function signWithin(context: Context, { sort }: MeetingRow): Promise<Limit> {
  const declared = (await meetingSorts(context)).find(({ key }) => key === sort);
  return declared?.sign ?? (await settingsOf(context)).limits.acceptHandover;
}
