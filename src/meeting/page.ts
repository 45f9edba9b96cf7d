import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Names } from '../organisation/house.ts';
import { named } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { versionOf } from '../platform/journal.ts';
import { membersOf } from './facts.ts';
import type { MemberRow } from './facts.ts';
import { itemRowsOf, itemViewOf } from './items.ts';
import type { MeetingListRow } from './list.ts';
import { houseOf, meetingLineOf, meetingRows } from './list.ts';
import { OWED_AS, whyNotAddItem, whyNotAnswer, whyNotArrange, whyNotClose, whyNotRecord } from './meeting.ts';
import type { MeetingPointTable } from './table.ts';
import type { MeetingItemView, MeetingView } from './view.ts';

type Point = Selectable<MeetingPointTable>;

/** A meeting whole: agenda, members, record, what it left to be done, and how it stood before. */
export async function readMeeting(context: Context, id: Id<'meeting'>): Promise<MeetingView> {
  const [row] = await meetingRows(context, [sql`m.id = ${id}`], 1);
  if (!row) throw new NotFound('meeting.unknown');
  const { tx, now } = context;
  const house = await houseOf(context);
  const { names } = house;
  const members = await membersOf(context, id);
  const points = await tx.selectFrom('meeting_point').selectAll().where('meeting_id', '=', id).orderBy('no').execute();
  const carried = points.flatMap((one) => one.item_id ?? []);
  const items = (await itemRowsOf(context, sql`(m.id = ${id} or w.id = any(${carried}::uuid[]))`, 500)).map((one) =>
    itemViewOf(one, names, now),
  );
  return {
    ...meetingLineOf(row, house),
    version: await versionOf(tx, id),
    calledBy: named(names, row.called_by_id),
    calledAt: row.called_at,
    recorder: named(names, row.recorder_id),
    heldAt: row.held_at,
    signBy: await signBy(context, id),
    closedAt: row.closed_at,
    cancelledBecause: row.cancelled_because,
    members: members.map((one) => memberOf(one, names)),
    points: points.map((one) => pointOf(one, items)),
    left: items.filter((one) => one.meeting.id === id),
    former: await formerOf(context, id, names),
    can: allowed(context, row, members, points),
  };
}

function allowed(
  { actor, now }: Context,
  row: MeetingListRow,
  members: readonly MemberRow[],
  points: readonly Point[],
): MeetingView['can'] {
  const arrange = whyNotArrange(row, actor);
  const record = {
    came: members.filter((one) => one.came).length,
    silent: points.filter(({ minutes, decision }) => minutes === '' && decision === '').length,
  };
  return {
    arrange,
    cancel: arrange,
    answer: whyNotAnswer(
      row,
      members.some((one) => one.person_id === actor.personId),
    ),
    record: whyNotRecord(row, actor, now),
    add_item: whyNotAddItem(row, actor, now),
    close: whyNotClose(row, record, actor),
  };
}

function memberOf(one: MemberRow, names: Names): MeetingView['members'][number] {
  const person = named(names, one.person_id);
  const { no, firm, answer, came } = one;
  return { no, person, firm, name: person?.name ?? one.name, answer, answerWords: one.answer_words, came };
}

function pointOf(one: Point, items: readonly MeetingItemView[]): MeetingView['points'][number] {
  const { no, title, minutes, decision } = one;
  return { no, title, minutes, decision, item: items.find(({ id }) => id === one.item_id) ?? null };
}

async function signBy({ tx }: Context, id: Id<'meeting'>): Promise<Instant | null> {
  const owed = await tx
    .selectFrom('commitment')
    .select('due_at')
    .where('subject_id', '=', id)
    .where('kind', '=', OWED_AS.record)
    .executeTakeFirst();
  return owed?.due_at ?? null;
}

async function formerOf({ tx }: Context, id: Id<'meeting'>, names: Names): Promise<MeetingView['former']> {
  const rows = await tx.selectFrom('meeting_change').selectAll().where('meeting_id', '=', id).orderBy('no').execute();
  return rows.map(({ before, by_id, at }) => ({ before, by: named(names, by_id), at }));
}
