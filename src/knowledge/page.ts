import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import { departments, named, personNames, posts } from '../organisation/house.ts';
import { scopeOf } from '../organisation/scope.ts';
import type { Context } from '../platform/context.ts';
import { amendmentsOf } from './amendments.ts';
import { OWED_AS, thingOf, whyNotAmend, whyNotConfirm, whyNotRetire, whyNotWrite } from './article.ts';
import type { Article } from './facts.ts';
import { articleInSight, versionOf } from './facts.ts';
import { ownerNamed } from './owner.ts';
import { readingOf, whyNotConfirmReading } from './readings.ts';
import { newestTest } from './tests.ts';
import type { articleOut, articleVersionsOut } from './view.ts';

type View = z.input<typeof articleOut>;

/** One article as it stands, who answers for it, when it is looked at again, and what came of it. */
export async function articlePage(context: Context, id: Id<'article'>): Promise<View> {
  const article = await articleInSight(context, id);
  const said = await versionOf(context, article);
  const test = await newestTest(context, id);
  const names = await personNames(context);
  const department = article.department_id;
  return {
    id,
    ...saidOf(said),
    sort: article.sort,
    audience: article.audience,
    department:
      department === null ? null : { id: department, name: (await departments(context)).get(department)!.name },
    version: article.version,
    writtenAt: said.at,
    writtenBy: named(names, said.by_id),
    why: said.why,
    ...(await answering(context, article)),
    retiredAt: article.retired_at,
    retiredBy: named(names, article.retired_by_id),
    fromTicket: await ticketSeen(context, article),
    mustRead: article.must_read,
    reading: await readingOf(context, article),
    hasTest: (test?.questions.length ?? 0) > 0,
    ...(await servedBy(context, article)),
    amendments: await amendmentsOf(context, article),
    can: { ...allowed(context, article), read: await whyNotConfirmReading(context, article) },
  };
}

function allowed({ actor }: Context, article: Article): View['can'] {
  const write = whyNotWrite(actor, article);
  return {
    revise: write,
    publish: can(actor, 'knowledge.publish', thingOf(actor, article)),
    confirm: whyNotConfirm(actor, article),
    retire: whyNotRetire(actor, article),
    amend: whyNotAmend(article),
    decide: write,
    setTest: write,
  };
}

/** What a version says, by the names that the API has. */
function saidOf(said: Awaited<ReturnType<typeof versionOf>>) {
  return {
    title: said.title,
    language: said.language,
    body: said.body,
    source: said.source,
    inForceOn: said.in_force_on,
    customerSort: said.customer_sort,
    situation: said.situation,
    wasSaid: said.was_said,
    worked: said.worked,
  };
}

async function answering(
  context: Context,
  article: Article,
): Promise<Pick<View, 'owner' | 'confirmedAt' | 'confirmedBy' | 'reviewBy' | 'reviewLate'>> {
  const names = await personNames(context);
  const open = context.tx
    .selectFrom('commitment')
    .select('due_at')
    .where('subject_id', '=', article.id)
    .where('kind', '=', OWED_AS.review)
    .where('settled_at', 'is', null);
  const reviewBy = (await open.executeTakeFirst())?.due_at ?? null;
  return {
    owner: ownerNamed(names, await posts(context), article),
    confirmedAt: article.confirmed_at,
    confirmedBy: named(names, article.confirmed_by_id),
    reviewBy,
    reviewLate: reviewBy !== null && reviewBy < context.now,
  };
}

async function ticketSeen(context: Context, article: Article): Promise<View['fromTicket']> {
  if (article.from_ticket_id === null) return null;
  const { rows } = await sql<NonNullable<View['fromTicket']>>`
    select t.id, t.number, t.title from ticket t where t.id = ${article.from_ticket_id}
    and ${scopeOf(context, 'ticket.see')}`.execute(context.tx);
  return rows[0] ?? null;
}

type Served = { used: number; cited: number; helpful: number };
type Unhelpful = { words: string; by_id: Id<'person'>; at: Instant };

async function servedBy(
  context: Context,
  article: Article,
): Promise<Pick<View, 'used' | 'cited' | 'helpful' | 'unhelpful'>> {
  const names = await personNames(context);
  const counted = await sql<Served>`
    select (select count(*)::int from article_use where article_id = ${article.id}) as used,
      (select count(*)::int from article_use where article_id = ${article.id} and way = 'cited') as cited,
      (select count(*)::int from article_feedback where article_id = ${article.id} and helpful) as helpful`.execute(
    context.tx,
  );
  const { rows } = await sql<Unhelpful>`
    select words, by_id, at from article_feedback where article_id = ${article.id} and not helpful
    order by at desc limit 50`.execute(context.tx);
  return {
    ...counted.rows[0]!,
    unhelpful: rows.map(({ words, by_id, at }) => ({
      words,
      by: named(names, by_id),
      at,
      settled: at < article.confirmed_at,
    })),
  };
}

/** What it said in each version, the newest first, a hundred at most. */
export async function articleVersions(
  context: Context,
  id: Id<'article'>,
): Promise<z.input<typeof articleVersionsOut>> {
  await articleInSight(context, id);
  const rows = await context.tx
    .selectFrom('article_version')
    .selectAll()
    .where('article_id', '=', id)
    .orderBy('version', 'desc')
    .limit(100)
    .execute();
  const names = await personNames(context);
  return {
    items: rows.map((row) => ({
      version: row.version,
      ...saidOf(row),
      by: named(names, row.by_id),
      why: row.why,
      at: row.at,
    })),
  };
}
