import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { periodOf } from '../kernel/working-time/period.ts';
import { can } from '../organisation/can.ts';
import { readDirectory } from '../organisation/read-directory.ts';
import { standsAbove } from '../organisation/stands-above.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { spanOf, thingAt, worksAt, zoneOf } from '../attendance/facts.ts';
import type { DiaryLine, What } from './diary.ts';
import { DID } from './diary.ts';
import type { DiaryDayTable } from './table.ts';

export type DiaryDay = Selectable<DiaryDayTable>;
export type Blank = Omit<DiaryDay, 'id'> & { id: Id<'diary_day'> | null };

/** The most a day draws up. */
const MOST_LINES = 300;

/** The diary of a day; a blank one where nothing was written or owed yet. */
export async function diaryOf(context: Context, personId: Id<'person'>, day: string): Promise<Blank> {
  const kept = await context.tx
    .selectFrom('diary_day')
    .selectAll()
    .where('person_id', '=', personId)
    .where('day', '=', day)
    .executeTakeFirst();
  if (kept) return kept;
  const { centre_id, department_id } = await worksAt(context, personId);
  const zone = await zoneOf(context, centre_id);
  const { from, until } = periodOf('day', zone, spanOf(zone, day, { from: '12:00', to: '13:00' }).from);
  const written = { done: '', next: '', lines: null, closed_at: null, owed: false };
  return { id: null, centre_id, department_id, person_id: personId, day, from_at: from, until_at: until, ...written };
}

/** One's own; of others, those one stands above, and whose attendance one sees. */
export async function whyNotSee(context: Context, diary: Blank): Promise<Refusal | null> {
  const me = actingPerson(context);
  if (diary.person_id === me) return null;
  const unseen = can(context.actor, 'attendance.see', thingAt(diary));
  if (unseen === null || standsAbove(await readDirectory(context), me, diary.person_id)) return null;
  return unseen.code === 'right.missing' ? refusal('right.out_of_scope', { right: 'attendance.see' }) : unseen;
}

/** What stands in the house of somebody's day, by what he did (WFRC-05). */
export async function drawUp({ tx }: Context, { person_id, from_at, until_at }: Blank): Promise<DiaryLine[]> {
  const types = Object.keys(DID);
  const { rows } = await sql<{ type: keyof typeof DID; at: Instant; ticketId: string | null }>`
    select type, happened_at as at, ticket_id as "ticketId" from event
    where recorded_at >= ${from_at}::timestamptz and recorded_at < ${until_at}::timestamptz
      and actor_id = ${person_id} and type = any(${types}::text[])
    order by happened_at, subject_id, seq limit ${MOST_LINES}`.execute(tx);
  return rows.map(({ type, ...line }) => ({ what: DID[type] as What, ...line }));
}
