import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { later } from '../../kernel/time.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { rulesOf } from '../../attendance/facts.ts';
import type { Centre } from '../../organisation/house.ts';
import { centres } from '../../organisation/house.ts';
import { isOpenOn } from '../../organisation/open-day.ts';
import { readDirectory } from '../../organisation/read-directory.ts';
import { readStaff } from '../../organisation/staff.ts';
import type { Context } from '../../platform/context.ts';
import { afterwards, isWaiting, recallGivenUp, record } from '../../platform/journal.ts';
import { LADDER, OWED_AS } from '../diary.ts';

/** The task of the outbox that looks at each midnight who owes a diary of the day that begins. */
export const OWE_DIARIES = 'diary.owe';

/** Looks at every centre, and again at the next midnight, once, however often it is begun. */
export async function watchDiaries(context: Context): Promise<void> {
  const known = [...(await centres(context)).values()];
  for (const centre of known) await oweAt(context, centre);
  await recallGivenUp(context, OWE_DIARIES);
  if (await isWaiting(context, OWE_DIARIES)) return;
  const { until } = periodOf('day', known[0]!.zone, context.now);
  await afterwards(context, OWE_DIARIES, context.organisation.id, {}, until);
}

/** Whoever holds a post that keeps a diary, and works that day (WFRC-05). */
async function oweAt(context: Context, centre: Centre): Promise<void> {
  const { diaryPosts } = await rulesOf(context);
  if (diaryPosts.length === 0) return;
  const { posts, given } = await readStaff(context);
  const { people } = await readDirectory(context);
  const day = periodOf('day', centre.zone, context.now);
  const seen = new Set<string>();
  for (const { personId, postId, rank } of given) {
    const post = posts.get(postId);
    if (!post || rank !== null || post.centreId !== centre.id || !diaryPosts.includes(post.key)) continue;
    if (seen.has(personId) || people.get(personId)?.absent !== false) continue;
    seen.add(personId);
    const works = await worksOn(context, personId, centre, day);
    if (works) await owe(context, { personId, centre, departmentId: post.departmentId, day, until: works.until });
  }
}

/** By his shifts; where nobody plans him, when the centre receives. `until`: by when his day is over. */
async function worksOn(
  context: Context,
  personId: Id<'person'>,
  centre: Centre,
  day: Period<'day'>,
): Promise<{ until: Period['until'] } | null> {
  const shifts = await context.tx
    .selectFrom('shift')
    .select(['day', 'until_at', 'due_from'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('published_at', 'is not', null)
    .where('day', '>=', periodOf('month', centre.zone, day.from).begins)
    .execute();
  const today = shifts.filter((shift) => shift.day === day.begins && shift.due_from !== null);
  if (today.length > 0) return { until: today.map(({ until_at }) => until_at).reduce(later, day.until) };
  if (shifts.length > 0) return null;
  return (await isOpenOn(context, centre.reception_calendar_id, day)) ? { until: day.until } : null;
}

type Owing = {
  personId: Id<'person'>;
  centre: Centre;
  departmentId: Id<'department'> | null;
  day: Period<'day'>;
  until: Period['until'];
};

async function owe(context: Context, { personId, centre, departmentId, day, until }: Owing): Promise<void> {
  const id = newId<'diary_day'>(context.now);
  const fresh = await context.tx
    .insertInto('diary_day')
    .values({
      id,
      centre_id: centre.id,
      department_id: departmentId,
      person_id: personId,
      day: day.begins,
      from_at: day.from,
      until_at: until,
      owed: true,
      lines: null,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'day']).doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'diary_day', id },
      ticketId: null,
      ownerId: personId,
      departmentId,
      centreId: centre.id,
      calendarId: centre.reception_calendar_id,
      limit: { dueAt: until, ladder: LADDER },
      startedAt: day.from,
    },
  ]);
  await record(context, {
    subject: { type: 'diary_day', id },
    type: 'diary_day.owed',
    data: { personId, day: day.begins },
  });
}
