import { sql } from 'kysely';
import { securityOf } from '../../auth/security.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { periodAfter, periodOf } from '../../kernel/working-time/period.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centres, firstCentre } from '../../organisation/house.ts';
import { holdersOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Quarter } from '../token-review.ts';
import { LADDER, OWED_AS } from '../token-review.ts';

type Owing = { post: { id: Id<'post'>; department_id: Id<'department'> | null } | undefined; centreId: Id<'centre'> };

/** The review of the quarter that runs now; begun already, it stays as it is, however many nodes start. */
export async function beginCurrentReview(context: Context): Promise<void> {
  const owing = await owingPost(context);
  await begin(context, owing, periodOf('quarter', await zoneOf(context, owing.centreId), context.now));
}

/** The reviews after these. After an outage each one begun in the past begins the next, so that no quarter is skipped. */
export async function beginReviewsAfter(context: Context, reviews: readonly Id<'token_review'>[]): Promise<void> {
  if (reviews.length === 0) return;
  const rows = await context.tx.selectFrom('token_review').select('begins').where('id', 'in', reviews).execute();
  const owing = await owingPost(context);
  const zone = await zoneOf(context, owing.centreId);
  for (const { begins } of rows) await begin(context, owing, periodAfter({ period: 'quarter', begins }, zone));
}

/** The administrator's post, else another that keeps everybody's access: the oldest of them. */
async function owingPost(context: Context): Promise<Owing> {
  const posts = await context.tx
    .selectFrom('post')
    .select(['id', 'role', 'centre_id', 'department_id'])
    .where('closed_at', 'is', null)
    .where(sql<boolean>`rights ->> 'people.edit' = 'organisation'`)
    .orderBy('id')
    .execute();
  const post = posts.find(({ role }) => role === 'administrator') ?? posts[0];
  return { post, centreId: post?.centre_id ?? (await firstCentre(context)).id };
}

async function zoneOf(context: Context, centreId: Id<'centre'>): Promise<string> {
  return (await centres(context)).get(centreId)!.zone;
}

async function begin(context: Context, owing: Owing, quarter: Quarter): Promise<void> {
  const id = newId<'token_review'>(context.now);
  const fresh = await context.tx
    .insertInto('token_review')
    .values({
      id,
      centre_id: owing.centreId,
      begins: quarter.begins,
      from_at: quarter.from,
      until_at: quarter.until,
      remarks: null,
      completed_at: null,
      completed_by_id: null,
    })
    .onConflict((conflict) => conflict.column('begins').doNothing())
    .executeTakeFirst();
  if (Number(fresh.numInsertedOrUpdatedRows) === 0) return;
  await owe(context, owing, id, quarter);
  const data = { begins: quarter.begins };
  await record(context, { subject: { type: 'token_review', id }, type: 'token_review.begun', data });
}

/** Owed from the first day of its quarter, so that it is seen coming; its time counts from the quarter's end. */
async function owe(
  context: Context,
  { post, centreId }: Owing,
  id: Id<'token_review'>,
  quarter: Quarter,
): Promise<void> {
  const [holder] = post ? await holdersOf(context, { postId: post.id }) : [];
  const { tokens } = await securityOf(context.tx);
  await startCommitments(context, [
    {
      kind: OWED_AS,
      subject: { type: 'token_review', id },
      ticketId: null,
      ownerId: holder ?? null,
      postId: post?.id,
      departmentId: post?.department_id,
      centreId,
      calendarId: await calendarFor(context.tx, 'always', { centreId, departmentId: null }),
      limit: { allowance: { text: `P${tokens.reviewDays}D`, basis: 'clock' }, ladder: LADDER },
      startedAt: quarter.until,
    },
  ]);
}
