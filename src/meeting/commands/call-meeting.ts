import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { DAY, plus } from '../../kernel/time.ts';
import { orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { MeetingRow } from '../facts.ts';
import { meetingSort, postCalling } from '../facts.ts';
import type { Call } from '../inputs.ts';
import { whyNotCall } from '../meeting.ts';
import type { MeetingSort } from '../sort.ts';

/**
 * A meeting is called: its members are told, and its agenda begins with what earlier ones of its sort left open (MEET-01, -02, -03). The
 * same id again calls nothing twice.
 */
export async function callMeeting(context: Context, input: Call): Promise<Id<'meeting'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'meeting'>(now);
  if (await tx.selectFrom('meeting').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const sort = await meetingSort(context, input.sort);
  const where = await whereOf(context, sort);
  orForbid(whyNotCall(context.actor, where));
  if (input.startsAt < plus(now, -DAY)) throw new Invalid('meeting.in_past', { path: 'startsAt' });
  const by = actingPerson(context);
  const people = await invited(context, sort, { ...input, chairId: input.chairId ?? by });
  const meeting: MeetingRow = {
    id,
    ...where,
    sort: sort.key,
    sort_name: sort.name,
    regular: input.regular && sort.every !== null,
    title: input.title,
    starts_at: input.startsAt,
    room: input.room,
    called_by_id: by,
    called_at: now,
    chair_id: input.chairId ?? by,
    recorder_id: input.recorderId ?? by,
    state: 'called',
    held_at: null,
    closed_at: null,
    cancelled_because: null,
  };
  await insert(context, meeting, people, input);
  await carryOpenItems(context, meeting);
  await record(context, {
    subject: { type: 'meeting', id },
    type: 'meeting.called',
    data: { told: people, startsAt: input.startsAt },
  });
  return id;
}

async function insert(
  { tx }: Context,
  meeting: MeetingRow,
  people: readonly Id<'person'>[],
  input: Call,
): Promise<void> {
  const { id } = meeting;
  await tx
    .insertInto('meeting')
    .values({ ...meeting, sort_name: json(meeting.sort_name) })
    .execute();
  const members = [...people.map((person_id) => ({ person_id, firm: '', name: '' })), ...input.outsiders];
  await tx
    .insertInto('meeting_member')
    .values(members.map((one, at) => ({ ...NO_ANSWER, person_id: null, ...one, meeting_id: id, no: at + 1 })))
    .execute();
  await tx
    .insertInto('meeting_point')
    .values(input.agenda.map((title, at) => ({ ...NOTHING_SAID, meeting_id: id, no: at + 1, title })))
    .execute();
}

export const NO_ANSWER = { answer: null, answer_words: '', answered_at: null, came: null };
export const NOTHING_SAID = { minutes: '', decision: '', item_id: null };

/** Where a sort belongs: to the post that calls it, or, where nobody holds one, to whoever calls it now. */
async function whereOf(context: Context, sort: MeetingSort): Promise<Pick<MeetingRow, 'centre_id' | 'department_id'>> {
  const post = await postCalling(context, sort);
  const own = context.actor.posts.find((one) => one.rights['meeting.call'] !== undefined);
  // a department holds its own meetings of a sort: the one of whoever calls it
  const departmentId = own?.departmentId ?? post?.departmentId ?? null;
  return {
    centre_id: own?.centreId ?? post?.centreId ?? (await centreOf(context)),
    department_id: sort.of === 'department' ? departmentId : null,
  };
}

type Invited = Pick<Call, 'personIds' | 'outsiders' | 'recorderId'> & { chairId: Id<'person'> };

/** Its chair and recorder are invited in any case; people of outside firms only where the sort has them. */
export async function invited(context: Context, sort: Pick<MeetingSort, 'outsiders'>, input: Invited) {
  if (!sort.outsiders && input.outsiders.length > 0) throw new Invalid('meeting.no_outsiders', { path: 'outsiders' });
  await orNotHere(context.tx, input.personIds, 'personIds');
  await orNotHere(context.tx, [input.chairId], 'chairId');
  if (input.recorderId) await orNotHere(context.tx, [input.recorderId], 'recorderId');
  return [...new Set([input.chairId, ...(input.recorderId ? [input.recorderId] : []), ...input.personIds])];
}

/** What earlier meetings of its sort left open, and is not on its agenda yet, is put there (MEET-04). */
export async function carryOpenItems(context: Context, meeting: MeetingRow): Promise<void> {
  await sql`
    insert into meeting_point (meeting_id, no, title, item_id)
    select ${meeting.id}, (select coalesce(max(no), 0) from meeting_point where meeting_id = ${meeting.id})
        + row_number() over (order by w.due_at, w.id), w.title, w.id
    from meeting_item i join meeting m on m.id = i.meeting_id join work_item w on w.id = i.item_id
    where m.sort = ${meeting.sort} and m.centre_id = ${meeting.centre_id} and m.id <> ${meeting.id}
      and m.department_id is not distinct from ${meeting.department_id}::uuid and w.done_at is null
      and not exists (select from meeting_point p where p.meeting_id = ${meeting.id} and p.item_id = w.id)`.execute(
    context.tx,
  );
}
