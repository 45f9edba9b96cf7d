import { sql } from 'kysely';
import { newId } from '../../src/kernel/id.ts';
import { json } from '../../src/kernel/json.ts';
import { plus, systemClock } from '../../src/kernel/time.ts';
import { indexArticle } from '../../src/knowledge/commands/index-article.ts';
import type { Article } from '../../src/knowledge/facts.ts';
import { articlesQuery } from '../../src/knowledge/inputs.ts';
import { listArticles } from '../../src/knowledge/list.ts';
import { suggestArticles } from '../../src/knowledge/suggest.ts';
import type { Tx } from '../../src/platform/tx.ts';
import { takeInMatter } from '../story.ts';
import type { World } from '../world.ts';
import { freshWorld } from '../world.ts';
import type { Outcome, Part, Setting } from './bench.ts';
import { atMost, percentile, rounded } from './bench.ts';
import { drawQueries } from './search.ts';
import type { Random } from './corpus.ts';
import { matter, seeded } from './corpus.ts';

const MINUTE = 60_000;
const BATCH = 500;

type Written = { article: Article; title: string; body: string; at: Article['confirmed_at'] };

/** An article of some hundred characters, as old as its number says. */
function written(world: World, random: Random, no: number): Written {
  const at = plus(world.clock.now(), -no * MINUTE);
  const sorts = ['guide', 'product', 'work_guide'] as const;
  const article: Article = {
    id: newId<'article'>(at),
    key: null,
    centre_id: world.centreId,
    sort: sorts[no % sorts.length]!,
    audience: no % 5 === 0 ? 'public' : 'staff',
    department_id: null,
    owner_id: world.people.supervisor,
    owner_post_id: null,
    version: 1,
    must_read: false,
    from_ticket_id: null,
    confirmed_at: at,
    confirmed_by_id: world.people.supervisor,
    retired_at: null,
    retired_by_id: null,
  };
  const said = Array.from({ length: 6 }, () => matter(random));
  const body = said.map(({ title, need }) => `${title}。${need}`).join('\n');
  return { article, title: matter(random).title, body, at };
}

async function insert(tx: Tx, batch: readonly Written[]): Promise<void> {
  await tx
    .insertInto('article')
    .values(batch.map(({ article }) => article))
    .execute();
  const said = { language: 'zh-hans' as const, source: '', in_force_on: null, why: null };
  const note = { customer_sort: '', situation: '', was_said: '', worked: '' };
  const words = (text: string) => ({ en: '', 'zh-hans': text, 'zh-hant': '' });
  await tx
    .insertInto('article_version')
    .values(
      batch.map(({ article, title, body, at }) => ({
        ...said,
        ...note,
        article_id: article.id,
        version: 1,
        title: json(words(title)),
        body: json(words(body)),
        by_id: article.owner_id,
        at,
      })),
    )
    .execute();
  for (const { article, title, body, at } of batch)
    await indexArticle({ tx }, article, { ...said, ...note, title: words(title), body: words(body), at });
}

async function fill(world: World, many: number, setting: Setting): Promise<void> {
  const random = seeded(34);
  for (let no = 0; no < many; no += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, many - no) }, (_, at) => written(world, random, no + at));
    await world.database.transact(world.organisation.schema, (tx) => insert(tx, batch));
    if (no % 10_000 === 0) setting.say(`${no.toLocaleString('en')} of ${many.toLocaleString('en')} articles`);
  }
  await world.database.transact(world.organisation.schema, (tx) => sql`analyze`.execute(tx).then(() => undefined));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What somebody types while a customer waits: every query as the screen asks it, as the desk, rights and lines included. */
async function searching(world: World): Promise<number[]> {
  const drawn = await world.database.read(world.organisation.schema, (tx) => drawQueries(tx, 'article'));
  const ask = (q: string) => world.ask('desk', listArticles, articlesQuery.parse({ q, limit: 50 }));
  for (const { text } of drawn.slice(0, 40)) await ask(text);
  const taken: number[] = [];
  for (const { text } of drawn) taken.push(await timed(() => ask(text)));
  return taken;
}

/** What stands beside a matter when it is opened: by its own words. */
async function suggesting(world: World, many: number): Promise<number[]> {
  const random = seeded(35);
  const taken: number[] = [];
  for (let no = 0; no < many; no += 1) {
    const ticket = await takeInMatter(world, 'leak', matter(random));
    const ms = await timed(() => world.ask('desk', suggestArticles, ticket.id));
    if (no >= 10) taken.push(ms);
  }
  return taken;
}

async function run(setting: Setting): Promise<Outcome> {
  const many = setting.quick ? 2_000 : 50_000;
  const world = await freshWorld({ at: systemClock.now() });
  try {
    await fill(world, many, setting);
    const found = await searching(world);
    const near = await suggesting(world, setting.quick ? 20 : 210);
    const words = (times: readonly number[]) =>
      `median ${rounded(percentile(times, 0.5))} ms, p99 ${rounded(percentile(times, 0.99))} ms`;
    return {
      lines: [
        atMost(
          `search among ${many.toLocaleString('en')} articles, ${found.length} queries, p95`,
          percentile(found, 0.95),
          60,
          'ms',
        ),
        atMost(`suggestions beside a matter, ${near.length} matters, p95`, percentile(near, 0.95), 60, 'ms'),
      ],
      sizes: { articles: many },
      notes: [
        `Search: ${words(found)}; suggestions: ${words(near)}. Asked in a transaction each as somebody at the desk, rights and shown lines included, without HTTP. Queries are drawn from the articles, from the commonest words to the rarest.`,
      ],
    };
  } finally {
    await world.drop();
  }
}

export const knowledge: Part = { name: 'knowledge', about: 'Knowledge base, 50,000 articles', run };
