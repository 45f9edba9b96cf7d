import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Language, Words } from '../kernel/words.ts';
import { anywhere } from '../kernel/text/like.ts';
import { can } from '../organisation/can.ts';
import { departments, named, personNames, posts } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { ArticleSort, Audience } from './article.ts';
import { shortened } from './citation.ts';
import { findArticles } from './find.ts';
import type { ArticlesQuery } from './inputs.ts';
import { ownerNamed } from './owner.ts';
import { articlesInSight, foundInSight } from './sight.ts';
import type { articleLineOut, articlesOut } from './view.ts';

type Line = z.input<typeof articleLineOut>;

export type Row = {
  id: Id<'article'>;
  title: Words;
  body: Words;
  language: Language;
  sort: ArticleSort;
  audience: Audience;
  department_id: Id<'department'> | null;
  owner_id: Id<'person'> | null;
  owner_post_id: Id<'post'> | null;
  source: string;
  in_force_on: string | null;
  version: number;
  at: Instant;
  confirmed_at: Instant;
  confirmed_by_id: Id<'person'> | null;
  retired_at: Instant | null;
};
type Used = Row & { uses: number };

/** An article with its newest version, as far as a line shows it: of a long text only the beginning leaves the database. */
const BEGINS = sql`(select jsonb_object_agg(key, left(case when value = '' then v.situation else value end, 400)) from jsonb_each_text(v.body)) as body`;
export const LINE = sql`a.id, v.title, ${BEGINS}, v.language, a.sort, a.audience, a.department_id, a.owner_id, a.owner_post_id,
  v.source, v.in_force_on, a.version, v.at, a.confirmed_at, a.confirmed_by_id, a.retired_at
  from article a join article_version v on v.article_id = a.id and v.version = a.version`;

const USES = sql`(select count(*)::int from article_use u where u.article_id = a.id) as uses`;

const EXCERPT = 140;
/** Signs of lists, headings and bold words: they shape a text, and say nothing in one line. */
const MARKUP = /^([-*•]|\d+[.、]|#{1,6}) +|\*\*/gm;

export function excerptOf(body: Words): Words {
  const short = (text: string) => shortened(text.replaceAll(MARKUP, ''), EXCERPT);
  return { en: short(body.en), 'zh-hans': short(body['zh-hans']), 'zh-hant': short(body['zh-hant']) };
}

/** Articles within sight, narrowed, by their words or the newest first. */
export async function listArticles(context: Context, query: ArticlesQuery): Promise<z.input<typeof articlesOut>> {
  const { actor } = context;
  const centreId = await centreOf(context);
  const found =
    query.q === '' || query.state === 'retired' ? await newest(context, query) : await byWords(context, query);
  const write = can(actor, 'knowledge.write', { people: [actor.personId], centreId });
  return {
    ...found,
    can: {
      write,
      publish: can(actor, 'knowledge.publish', { people: [actor.personId], centreId }),
      intervals: can(actor, 'limit.edit', { centreId }),
    },
  };
}

type Page = Pick<z.input<typeof articlesOut>, 'items' | 'next'>;

function narrowed({ sort, audience, department, owner }: ArticlesQuery): RawBuilder<unknown> {
  const wanted = [sql`true`];
  if (sort) wanted.push(sql`a.sort = ${sort}`);
  if (audience) wanted.push(sql`a.audience = ${audience}`);
  if (department) wanted.push(sql`a.department_id = ${department}`);
  if (owner) wanted.push(sql`a.owner_id = ${owner}`);
  return sql.join(wanted, sql` and `);
}

async function byWords(context: Context, query: ArticlesQuery): Promise<Page> {
  const sight = foundInSight(context.actor, narrowed(query));
  const { ids, next } = await findArticles(context.tx, { q: query.q, sight, after: query.after, limit: query.limit });
  const { rows } = await sql<Used>`select ${USES}, ${LINE} where a.id = any(${ids}::uuid[])`.execute(context.tx);
  const known = new Map(rows.map((row) => [row.id as string, row]));
  const lines = await linesOf(
    context,
    ids.flatMap((id) => known.get(id) ?? []),
  );
  return { items: lines, next };
}

async function newest(context: Context, query: ArticlesQuery): Promise<Page> {
  const wanted = [articlesInSight(context.actor), narrowed(query)];
  wanted.push(query.state === 'retired' ? sql`a.retired_at is not null` : sql`a.retired_at is null`);
  if (query.q !== '') wanted.push(sql`v.title::text ilike ${anywhere(query.q)}`);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(a.confirmed_at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<Used>`
    select ${USES}, ${LINE} where ${sql.join(wanted, sql` and `)}
    order by a.confirmed_at desc, a.id desc limit ${query.limit + 1}`.execute(context.tx);
  const shown = page(
    rows,
    query.limit,
    (row) => row,
    (row) => cursorOf(row.confirmed_at, row.id),
  );
  return { items: await linesOf(context, shown.items), next: shown.next };
}

async function linesOf(context: Context, rows: readonly Used[]): Promise<Line[]> {
  const names = await personNames(context);
  const all = await departments(context);
  const kept = await posts(context);
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    language: row.language,
    sort: row.sort,
    audience: row.audience,
    department: row.department_id === null ? null : { id: row.department_id, name: all.get(row.department_id)!.name },
    source: row.source,
    inForceOn: row.in_force_on,
    excerpt: excerptOf(row.body),
    version: row.version,
    writtenAt: row.at,
    confirmedAt: row.confirmed_at,
    confirmedBy: named(names, row.confirmed_by_id),
    owner: ownerNamed(names, kept, row),
    uses: row.uses,
    retiredAt: row.retired_at,
  }));
}
