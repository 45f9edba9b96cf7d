import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { Invalid, NotFound } from '../kernel/refusal.ts';
import { readStaff } from '../organisation/staff.ts';
import type { StaffPost } from '../organisation/staff.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { MeetingSort } from './sort.ts';
import type { MeetingMemberTable, MeetingTable } from './table.ts';

export type MeetingRow = Selectable<MeetingTable>;
export type MemberRow = Selectable<MeetingMemberTable>;

export async function meetingSorts(context: Context): Promise<readonly MeetingSort[]> {
  return (await settingsOf(context)).meetings ?? [];
}

export async function meetingSort(context: Context, key: string): Promise<MeetingSort> {
  const sort = (await meetingSorts(context)).find((one) => one.key === key);
  if (!sort) throw new Invalid('meeting.sort_unknown', { path: 'sort' });
  return sort;
}

/** The open post that calls meetings of a sort; none where the house has given it up. */
export async function postCalling(context: Context, { calls }: MeetingSort): Promise<StaffPost | undefined> {
  return [...(await readStaff(context)).posts.values()].find(({ key }) => key === calls);
}

export async function lockMeeting({ tx }: Context, id: Id<'meeting'>): Promise<MeetingRow> {
  const row = await tx.selectFrom('meeting').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!row) throw new NotFound('meeting.unknown');
  return row;
}

export async function membersOf({ tx }: Context, id: Id<'meeting'>): Promise<MemberRow[]> {
  return tx.selectFrom('meeting_member').selectAll().where('meeting_id', '=', id).orderBy('no').execute();
}
