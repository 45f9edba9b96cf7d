import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { reachOf } from '../organisation/reach.ts';
import type { Context } from '../platform/context.ts';

/** Meetings `m` one was invited to, called, chairs or records; and those of what one calls meetings of, or sees figures of. */
export function meetingScope({ actor }: Context): RawBuilder<unknown> {
  const reaches = [reachOf(actor, 'meeting.call'), reachOf(actor, 'report.see')].filter((one) => one !== null);
  if (reaches.some((one) => one.all)) return sql`true`;
  const centres = reaches.flatMap((one) => one.centres);
  const departments = reaches.flatMap((one) => one.departments);
  return sql`(${actor.personId}::uuid in (m.called_by_id, m.chair_id, m.recorder_id)
    or m.centre_id = any(${centres}::uuid[]) or m.department_id = any(${departments}::uuid[])
    or exists (select from meeting_member x where x.meeting_id = m.id and x.person_id = ${actor.personId}::uuid))`;
}

/** What is owed `d` in what one calls meetings of or sees figures of, and by one's own posts. */
export function dueScope({ actor }: Context): RawBuilder<unknown> {
  const reaches = [reachOf(actor, 'meeting.call'), reachOf(actor, 'report.see')].filter((one) => one !== null);
  if (reaches.some((one) => one.all)) return sql`true`;
  const posts = actor.posts.map(({ id }) => id);
  return sql`(d.centre_id = any(${reaches.flatMap((one) => one.centres)}::uuid[])
    or d.department_id = any(${reaches.flatMap((one) => one.departments)}::uuid[]) or d.post_id = any(${posts}::uuid[]))`;
}
