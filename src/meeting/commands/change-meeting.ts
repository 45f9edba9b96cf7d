import type { Id } from '../../kernel/id.ts';
import { formerOf } from '../../kernel/former.ts';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import type { MeetingRow, MemberRow } from '../facts.ts';
import { lockMeeting, meetingSorts, membersOf } from '../facts.ts';
import type { ChangeMeeting } from '../inputs.ts';
import { whyNotArrange } from '../meeting.ts';
import { invited, NO_ANSWER, NOTHING_SAID } from './call-meeting.ts';
import { keepBefore } from './keep-before.ts';

/** A meeting that was called is arranged otherwise: moved, other members, another agenda. Who is invited hears of it; answers stand. */
export async function changeMeeting(context: Context, id: Id<'meeting'>, input: ChangeMeeting): Promise<void> {
  const meeting = await lockMeeting(context, id);
  orRefuse(whyNotArrange(meeting, context.actor));
  await expectVersion(context, id, input.seen);
  if (input.startsAt < plus(context.now, -DAY)) throw new Invalid('meeting.in_past', { path: 'startsAt' });
  const chairId = input.chairId ?? meeting.chair_id;
  const recorderId = input.recorderId ?? meeting.recorder_id;
  const sort = (await meetingSorts(context)).find(({ key }) => key === meeting.sort);
  const outsiders = sort?.outsiders ?? true;
  const people = await invited(context, { outsiders }, { ...input, chairId, recorderId });
  const next = {
    title: input.title,
    starts_at: input.startsAt,
    room: input.room,
    chair_id: chairId,
    recorder_id: recorderId,
  };
  const before = {
    ...formerOf(meeting, next),
    ...(await inviteAnew(context, meeting, people, input.outsiders)),
    ...(await setAgenda(context, meeting, input.agenda)),
  };
  await keepBefore(context, id, before);
  await context.tx.updateTable('meeting').set(next).where('id', '=', id).execute();
  const moved = before.starts_at !== undefined || before.room !== undefined;
  const members = await membersOf(context, id);
  const told = members
    .filter((one) => one.person_id && (moved || one.answered_at === null))
    .map((one) => one.person_id);
  await record(context, {
    subject: { type: 'meeting', id },
    type: 'meeting.changed',
    data: { told, startsAt: input.startsAt },
  });
}

type Outsider = { firm: string; name: string };
const isSame = (row: MemberRow, one: { person_id: string | null } & Outsider): boolean =>
  row.person_id === one.person_id && row.firm === one.firm && row.name === one.name;

/** Whoever stays keeps his number and his answer. Answers with who was there before, where that changes. */
async function inviteAnew(
  context: Context,
  { id }: MeetingRow,
  people: readonly Id<'person'>[],
  outsiders: readonly Outsider[],
): Promise<Record<string, unknown>> {
  const members = await membersOf(context, id);
  const wanted = [
    ...people.map((person_id) => ({ person_id: person_id as Id<'person'> | null, firm: '', name: '' })),
    ...outsiders.map((one) => ({ person_id: null, ...one })),
  ];
  const gone = members.filter((row) => !wanted.some((one) => isSame(row, one)));
  const added = wanted.filter((one) => !members.some((row) => isSame(row, one)));
  if (gone.length === 0 && added.length === 0) return {};
  for (const { no } of gone)
    await context.tx.deleteFrom('meeting_member').where('meeting_id', '=', id).where('no', '=', no).execute();
  const last = Math.max(0, ...members.map(({ no }) => no));
  const rows = added.map((one, at) => ({ ...NO_ANSWER, ...one, meeting_id: id, no: last + at + 1 }));
  if (rows.length > 0) await context.tx.insertInto('meeting_member').values(rows).execute();
  return {
    people: members.flatMap((one) => one.person_id ?? []),
    outsiders: members.map((one) => one.name).filter(Boolean),
  };
}

/** Its own points anew; what is carried over from earlier meetings stays after them. */
async function setAgenda(
  context: Context,
  { id }: MeetingRow,
  agenda: readonly string[],
): Promise<Record<string, unknown>> {
  const { tx } = context;
  const points = await tx.selectFrom('meeting_point').selectAll().where('meeting_id', '=', id).orderBy('no').execute();
  const own = points.filter(({ item_id: item }) => item === null).map(({ title }) => title);
  if (JSON.stringify(own) === JSON.stringify(agenda)) return {};
  const carried = points.filter(({ item_id: item }) => item !== null);
  await tx.deleteFrom('meeting_point').where('meeting_id', '=', id).execute();
  const rows = [...agenda.map((title) => ({ ...NOTHING_SAID, meeting_id: id, title })), ...carried];
  await tx
    .insertInto('meeting_point')
    .values(rows.map((row, at) => ({ ...row, no: at + 1 })))
    .execute();
  return { agenda: own };
}
