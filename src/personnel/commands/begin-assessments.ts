import { cancelCommitments } from '../../commitment/commands/cancel-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import { FOOT } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Period } from '../../kernel/working-time/period.ts';
import { periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres } from '../../organisation/house.ts';
import type { StaffPost } from '../../organisation/staff.ts';
import { readStaff } from '../../organisation/staff.ts';
import { effectOfChange } from '../../pack/effect-of-change.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { OWED_AS } from '../assessment.ts';
import type { AssessmentScheme } from '../plan.ts';
import { postOver } from '../reach.ts';
import { rulesOf } from '../rules.ts';

/** Who is assessed for which post, and by which. */
type Wanted = { scheme: AssessmentScheme; personId: Id<'person'>; post: StaffPost; assessor: StaffPost };

/**
 * What is owed about the periods that run now: every holder of a post with a scheme, by the post that assesses it; begun already, it
 * stays as it is. What runs and is not wanted any more is dropped: he left the post, or the scheme was changed.
 */
export async function followMembers(context: Context): Promise<void> {
  const wanted = await everybody(context);
  await dropUnwanted(context, wanted);
  await beginMissing(context, wanted, context.now);
}

/** The periods after these. After an outage each one begun in the past begins the next, so that none is skipped. */
export async function beginAssessmentsAfter(context: Context, ids: readonly Id<'staff_assessment'>[]): Promise<void> {
  if (ids.length === 0) return;
  const over = await context.tx
    .selectFrom('staff_assessment')
    .select(['scheme', 'until_at'])
    .distinct()
    .where('id', 'in', ids)
    .execute();
  const wanted = await everybody(context);
  for (const { scheme, until_at } of over)
    await beginMissing(
      context,
      wanted.filter((one) => one.scheme.key === scheme),
      until_at,
    );
}

async function everybody(context: Context): Promise<Wanted[]> {
  const staff = await readStaff(context);
  const { assessments } = await rulesOf(context);
  const posts = [...staff.posts.values()];
  return assessments.flatMap((scheme) =>
    posts
      .filter(({ key }) => scheme.posts.includes(key))
      .flatMap((post) =>
        staff.given
          .filter(({ postId, rank, personId }) => postId === post.id && rank === null && staff.people.has(personId))
          .flatMap(({ personId }) => {
            const assessor = postOver(staff, scheme.by, personId);
            return assessor ? [{ scheme, personId, post, assessor }] : [];
          }),
      ),
  );
}

async function dropUnwanted(context: Context, wanted: readonly Wanted[]): Promise<void> {
  const { tx, now } = context;
  const { people } = await readStaff(context);
  const open = await tx
    .selectFrom('staff_assessment')
    .select(['id', 'person_id', 'post_id', 'assessor_post_id', 'definition', 'until_at'])
    .where('submitted_at', 'is', null)
    .where('dropped_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (const row of open) {
    const stands = wanted.some(
      ({ scheme, personId, post, assessor }) =>
        personId === row.person_id &&
        post.id === row.post_id &&
        assessor.id === row.assessor_post_id &&
        effectOfChange(row.definition, scheme).length === 0,
    );
    // what is over is still owed, while he works here
    if (stands || (row.until_at <= now && people.has(row.person_id))) continue;
    await tx.updateTable('staff_assessment').set({ dropped_at: now }).where('id', '=', row.id).execute();
    await cancelCommitments(context, { subjectId: row.id, kinds: [OWED_AS], reason: 'not_wanted' });
    await record(context, { subject: { type: 'staff_assessment', id: row.id }, type: 'staff_assessment.dropped' });
  }
}

/** Most are begun already: one look says which are not. */
async function beginMissing(context: Context, wanted: readonly Wanted[], moment: Instant): Promise<void> {
  const rows = await context.tx
    .selectFrom('staff_assessment')
    .select(['person_id', 'post_id'])
    .where('from_at', '<=', moment)
    .where('until_at', '>', moment)
    .where('dropped_at', 'is', null)
    .execute();
  const begun = new Set(rows.map((row) => `${row.person_id} ${row.post_id}`));
  for (const one of wanted) if (!begun.has(`${one.personId} ${one.post.id}`)) await begin(context, one, moment);
}

async function begin(context: Context, wanted: Wanted, moment: Instant): Promise<void> {
  const { scheme, personId, post, assessor } = wanted;
  const period = periodOf(scheme.period, (await centres(context)).get(post.centreId)!.zone, moment);
  const id = newId<'staff_assessment'>(context.now);
  const fresh = await context.tx
    .insertInto('staff_assessment')
    .values({
      id,
      scheme: scheme.key,
      definition: json(scheme),
      person_id: personId,
      post_id: post.id,
      assessor_post_id: assessor.id,
      centre_id: post.centreId,
      department_id: post.departmentId,
      period: scheme.period,
      begins: period.begins,
      from_at: period.from,
      until_at: period.until,
    })
    .onConflict((conflict) =>
      conflict.columns(['person_id', 'post_id', 'period', 'begins']).where('dropped_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, id, wanted, period);
  const data = { scheme: scheme.key, personId, begins: period.begins };
  await record(context, { subject: { type: 'staff_assessment', id }, type: 'staff_assessment.begun', data });
}

/**
 * Owed by the post and by nobody by name, so that it never goes to a colleague with the work of somebody away; in no department,
 * whose board everybody reads.
 */
async function owe(
  context: Context,
  id: Id<'staff_assessment'>,
  { scheme: { limit }, post, assessor }: Wanted,
  period: Period,
): Promise<void> {
  const { centreId, departmentId } = post;
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'staff_assessment', id },
      ticketId: null,
      ownerId: null,
      postId: assessor.id,
      centreId,
      calendarId: await calendarFor(context.tx, limit.calendar, { centreId, departmentId }),
      limit: { allowance: limit.allowance, ladder: [FOOT, ...limit.ladder] },
      startedAt: period.until,
    },
  ]);
}
