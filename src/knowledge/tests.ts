import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { articleInSight, readersOf, versionOf } from './facts.ts';
import { articlesInSight } from './sight.ts';
import type { ArticleTestTable } from './table.ts';
import { whyNotWrite } from './article.ts';
import type { testOut, testsOut } from './view-acts.ts';

export type ArticleTest = Selectable<ArticleTestTable>;

export async function newestTest({ tx }: Context, id: Id<'article'>): Promise<ArticleTest | undefined> {
  return tx
    .selectFrom('article_test')
    .selectAll()
    .where('article_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

type Result = { person_id: Id<'person'>; tries: number; passed_at: Instant | null; last_at: Instant };

/** Of each who tried it: how often, when last, and when he first passed. */
async function resultsOf({ tx }: Context, test: ArticleTest): Promise<Map<string, Result>> {
  const { rows } = await sql<Result>`
    select person_id, count(*)::int as tries, min(at) filter (where passed) as passed_at, max(at) as last_at
    from article_test_result where article_id = ${test.article_id} and version = ${test.version}
    group by person_id`.execute(tx);
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** The test of an article: its questions, and who of those it is for has passed and who has not. The right answers see those who set it. */
export async function testOf(context: Context, id: Id<'article'>): Promise<z.input<typeof testOut>> {
  const article = await articleInSight(context, id);
  const test = await newestTest(context, id);
  if (!test) throw new NotFound('article.no_test');
  const set = whyNotWrite(context.actor, article);
  const results = await resultsOf(context, test);
  const readers = await readersOf(context, article);
  const shown = set === null ? readers : readers.filter(({ personId }) => personId === context.actor.personId);
  const { title, language } = await versionOf(context, article);
  return {
    article: { id, title, language },
    version: test.version,
    questions: test.questions.map(({ right, ...question }) => ({ ...question, right: set === null ? right : null })),
    people: shown.map(({ personId, name }) => {
      const one = results.get(personId);
      return {
        person: { id: personId, name },
        tries: one?.tries ?? 0,
        lastAt: one?.last_at ?? null,
        passedAt: one?.passed_at ?? null,
      };
    }),
    can: { set },
  };
}

type Line = { id: Id<'article'>; version: number } & Pick<
  z.input<typeof testsOut>['items'][number],
  'title' | 'language'
>;

/** Every guide with a test, and how it stands with it: with oneself, and, for whoever set it, with all (KNOW-06). */
export async function listTests(context: Context): Promise<z.input<typeof testsOut>> {
  const { rows } = await sql<Line>`
    select a.id, v.title, v.language, t.version from article a
    join article_version v on v.article_id = a.id and v.version = a.version
    join lateral (select version, questions from article_test where article_id = a.id order by version desc limit 1) t on true
    where a.retired_at is null and jsonb_array_length(t.questions) > 0 and ${articlesInSight(context.actor)}
    order by v.at desc, a.id limit 100`.execute(context.tx);
  const items = [];
  for (const { id, title, language } of rows) {
    const { people, can } = await testOf(context, id);
    const mine = people.find(({ person }) => person.id === context.actor.personId);
    const passed = people.filter(({ passedAt }) => passedAt !== null).length;
    items.push({
      id,
      title,
      language,
      asked: mine !== undefined,
      passedAt: mine?.passedAt ?? null,
      all: can['set'] === null ? { passed, of: people.length } : null,
    });
  }
  return { items };
}
