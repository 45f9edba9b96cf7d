import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import type { Language, Words } from '../kernel/words.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { Article } from './facts.ts';
import type { amendmentsQuery } from './inputs.ts';
import { articlesInSight } from './sight.ts';
import type { ArticleAmendmentTable } from './table.ts';
import type { amendmentOut, amendmentsOut } from './view.ts';

type View = z.input<typeof amendmentOut>;
type Row = Selectable<ArticleAmendmentTable> & { title: Words; language: Language; due_at: Instant | null };

async function rowsWhere({ tx }: Context, wanted: RawBuilder<unknown>, most: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select x.*, v.title, v.language, c.due_at from article_amendment x
    join article a on a.id = x.article_id join article_version v on v.article_id = a.id and v.version = a.version
    left join commitment c on c.subject_id = x.id and c.settled_at is null
    where ${wanted} order by x.at desc, x.id desc limit ${most}`.execute(tx);
  return rows;
}

function viewOf(row: Row, names: ReadonlyMap<string, string>): View {
  return {
    id: row.id,
    article: { id: row.article_id, title: row.title, language: row.language },
    version: row.version,
    proposed: row.proposed,
    why: row.why,
    by: named(names, row.by_id),
    at: row.at,
    decideBy: row.due_at,
    decision: row.decision,
    answer: row.answer,
    decidedBy: named(names, row.decided_by_id),
    decidedAt: row.decided_at,
    carriedIn: row.carried_in,
  };
}

/** What would be otherwise in these rules, the newest first. */
export async function amendmentsOf(context: Context, { id }: Pick<Article, 'id'>): Promise<View[]> {
  const names = await personNames(context);
  return (await rowsWhere(context, sql`x.article_id = ${id}`, 100)).map((row) => viewOf(row, names));
}

/** Every proposal to amend the house rules, with what was decided (KNOW-04). */
export async function listAmendments(
  context: Context,
  query: z.output<typeof amendmentsQuery>,
): Promise<z.input<typeof amendmentsOut>> {
  const wanted = [articlesInSight(context.actor)];
  if (query.state !== 'all')
    wanted.push(query.state === 'open' ? sql<boolean>`x.decision is null` : sql<boolean>`x.decision is not null`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql<boolean>`(x.at, x.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const names = await personNames(context);
  return page(
    await rowsWhere(context, sql.join(wanted, sql` and `), query.limit + 1),
    query.limit,
    (row) => viewOf(row, names),
    (row) => cursorOf(row.at, row.id),
  );
}
