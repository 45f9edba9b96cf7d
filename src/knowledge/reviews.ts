import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Language, Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { personNames, posts } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { ArticleSort } from './article.ts';
import { OWED_AS } from './article.ts';
import type { ReviewsQuery } from './inputs.ts';
import { ownerNamed } from './owner.ts';
import { reviewDaysOf } from './intervals.ts';
import { articlesInSight } from './sight.ts';
import type { reviewsOut } from './view-acts.ts';

type Verdict = z.input<typeof reviewsOut>['items'][number]['verdict'];
type Row = {
  commitment: string;
  id: Id<'article'>;
  title: Words;
  language: Language;
  sort: ArticleSort;
  owner_id: Id<'person'> | null;
  post_id: Id<'post'> | null;
  due_at: Instant;
  settled_at: Instant | null;
  verdict: Verdict;
  unhelpful: number;
};

/** Looked at in time or not: by when it was looked at, and while it is open by the clock. What was retired meanwhile counts as nothing. */
const verdictAt = (now: Instant) => sql<Verdict>`case when c.settled_at is null
  then case when c.due_at < ${now}::timestamptz then 'late' else 'open' end
  when c.settled_at <= c.due_at then 'kept' else 'missed' end`;

function wanted({ actor }: Context, { owner, from, until }: ReviewsQuery): RawBuilder<unknown> {
  const all = [
    sql`c.subject_type = 'article' and c.kind = ${OWED_AS.review} and c.state <> 'cancelled'`,
    articlesInSight(actor),
  ];
  if (owner) all.push(sql<boolean>`c.owner_id = ${owner}`);
  if (from) all.push(sql<boolean>`c.due_at >= ${from}::timestamptz`);
  if (until) all.push(sql<boolean>`c.due_at < ${until}::timestamptz`);
  return sql.join(all, sql` and `);
}

const FROM = sql`from commitment c join article a on a.id = c.subject_id
  join article_version v on v.article_id = a.id and v.version = a.version`;

/** What is to be looked at again, the one due first at the top; and what was, kept or late (KNOW-01). */
export async function listReviews(context: Context, query: ReviewsQuery): Promise<z.input<typeof reviewsOut>> {
  const conditions = [wanted(context, query)];
  if (query.state !== 'all')
    conditions.push(query.state === 'open' ? sql`c.settled_at is null` : sql`c.settled_at is not null`);
  const after = readMomentAndId(query.after);
  if (after) conditions.push(sql`(c.due_at, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select c.id as commitment, a.id, v.title, v.language, a.sort, c.owner_id, c.post_id, c.due_at, c.settled_at,
      ${verdictAt(context.now)} as verdict, (select count(*)::int from article_feedback f where f.article_id = a.id
        and not f.helpful and f.at >= a.confirmed_at) as unhelpful
    ${FROM} where ${sql.join(conditions, sql` and `)} order by c.due_at, c.id limit ${query.limit + 1}`.execute(
    context.tx,
  );
  const names = await personNames(context);
  const kept = await posts(context);
  const shown = page(
    rows,
    query.limit,
    (row) => ({
      article: { id: row.id, title: row.title, language: row.language },
      sort: row.sort,
      owner: ownerNamed(names, kept, { owner_id: row.owner_id, owner_post_id: row.post_id }),
      dueAt: row.due_at,
      settledAt: row.settled_at,
      verdict: row.verdict,
      unhelpful: row.unhelpful,
    }),
    (row) => cursorOf(row.due_at, row.commitment),
  );
  return {
    ...shown,
    counts: await counted(context, query),
    days: await reviewDaysOf(context),
    can: { intervals: can(context.actor, 'limit.edit', { centreId: await centreOf(context) }) },
  };
}

async function counted(context: Context, query: ReviewsQuery): Promise<z.input<typeof reviewsOut>['counts']> {
  const { rows } = await sql<{ verdict: Verdict; n: number }>`
    select ${verdictAt(context.now)} as verdict, count(*)::int as n ${FROM} where ${wanted(context, query)} group by 1`.execute(
    context.tx,
  );
  const of = (verdict: Verdict) => rows.find((row) => row.verdict === verdict)?.n ?? 0;
  return { kept: of('kept'), late: of('late') + of('missed'), open: of('open') };
}
