import type { RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import { orNotForAll } from '../auth/commands/reach-sign-in.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { ReviewsQuery } from './inputs.ts';
import type { TokenReviewTable } from './table.ts';
import type { reviewLineOut, reviewsOut } from './view.ts';

export type ReviewRow = Selectable<TokenReviewTable> & {
  owner_id: Id<'person'> | null;
  owner_name: string | null;
  due_at: Instant | null;
  completed_by_name: string | null;
  kept: number;
  ended: number;
};

/** Newest quarter first, by `token_review_newest`. Four a year: counting the answers of each costs nothing. */
export async function reviewRows(context: Context, wanted: RawBuilder<unknown>, most: number): Promise<ReviewRow[]> {
  const { rows } = await sql<ReviewRow>`
    select r.*, c.owner_id, owner.name as owner_name, c.due_at, by.name as completed_by_name, n.kept, n.ended
    from token_review r
    left join lateral (select owner_id, due_at from commitment where subject_id = r.id limit 1) c on true
    left join person owner on owner.id = c.owner_id
    left join person by on by.id = r.completed_by_id
    cross join lateral (select count(*) filter (where answer = 'kept')::int as kept,
      count(*) filter (where answer = 'ended')::int as ended from token_review_answer where review_id = r.id) n
    where ${wanted} order by r.from_at desc, r.id desc limit ${most}`.execute(context.tx);
  return rows;
}

export async function listReviews(context: Context, query: ReviewsQuery): Promise<z.input<typeof reviewsOut>> {
  orNotForAll(context);
  const wanted = [sql`true`];
  if (query.state === 'open') wanted.push(sql`r.completed_at is null`);
  if (query.state === 'completed') wanted.push(sql`r.completed_at is not null`);
  if (query.from) wanted.push(sql`r.until_at > ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`r.from_at < ${query.until}::timestamptz`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(r.from_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await reviewRows(context, sql.join(wanted, sql` and `), query.limit + 1);
  return page(
    rows,
    query.limit,
    (row) => reviewLine(context, row),
    (row) => cursorOf(row.from_at, row.id),
  );
}

export function reviewLine({ now }: Pick<Context, 'now'>, row: ReviewRow): z.input<typeof reviewLineOut> {
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    id: row.id,
    begins: row.begins,
    from: row.from_at,
    until: row.until_at,
    owner: person(row.owner_id, row.owner_name),
    dueAt: row.due_at,
    late: row.due_at !== null && (row.completed_at ?? now) > row.due_at,
    completedAt: row.completed_at,
    completedBy: person(row.completed_by_id, row.completed_by_name),
    kept: row.kept,
    ended: row.ended,
  };
}
