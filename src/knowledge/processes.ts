import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Post } from '../organisation/house.ts';
import { personNames, posts } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { whyNotTrain, whyNotWrite } from './article.ts';
import type { InForce } from './in-force.ts';
import { articlesInForce } from './in-force.ts';
import type { ProcessesQuery } from './inputs.ts';
import { ownerNamed } from './owner.ts';
import { standingOf } from './process.ts';
import type { Part, Trainee } from './training.ts';
import { partsOf, traineesOf } from './training.ts';
import type { processesOut } from './view-processes.ts';

type View = z.input<typeof processesOut>['items'][number];
type Person = View['people'][number];

/**
 * The standard processes in force: whom each binds, what its training is, and who of them has read and passed it in the version in
 * force and who has not (QUAL-02). Whoever may not write one sees of the people himself.
 */
export async function listProcesses(context: Context, query: ProcessesQuery): Promise<z.input<typeof processesOut>> {
  const rows = await wantedBy(context, query);
  const ids = rows.map(({ id }) => id);
  const known = await posts(context);
  const names = await personNames(context);
  const bound = Map.groupBy(await boundPosts(context, ids), ({ article_id }) => article_id);
  const parts = Map.groupBy(await partsOf(context, ids), ({ process_id }) => process_id);
  const trainees = Map.groupBy(await traineesOf(context, ids), ({ process_id }) => process_id);
  const items = rows.map((article) => {
    const all = whyNotWrite(context.actor, article) === null;
    const seen = (trainees.get(article.id) ?? []).filter((one) => all || one.person_id === context.actor.personId);
    return {
      id: article.id,
      title: article.title,
      language: article.language,
      version: article.version,
      writtenAt: article.at,
      owner: ownerNamed(names, known, article),
      posts: (bound.get(article.id) ?? []).map(({ post_id }) => postNamed(known, post_id)),
      ...trainingOf(article, parts.get(article.id) ?? []),
      people: seen.map((one) => personOf(context, known, one)).filter((one) => isWanted(one, query)),
      can: { train: whyNotWrite(context.actor, article) ?? whyNotTrain(article) },
    };
  });
  const narrowed = query.person !== undefined || query.standing !== undefined;
  return { items: narrowed ? items.filter(({ people }) => people.length > 0) : items };
}

function wantedBy(context: Context, { article, post }: ProcessesQuery): Promise<InForce[]> {
  const wanted: RawBuilder<unknown>[] = [sql`a.sort = 'process'`];
  if (article) wanted.push(sql`a.id = ${article}`);
  if (post) wanted.push(sql`exists (select from article_post b where b.article_id = a.id and b.post_id = ${post})`);
  return articlesInForce(context, wanted, sql`exists (select from article_post b where b.article_id = a.id)`);
}

async function boundPosts({ tx }: Context, ids: readonly Id<'article'>[]) {
  if (ids.length === 0) return [];
  return tx.selectFrom('article_post').selectAll().where('article_id', 'in', ids).orderBy('post_id').execute();
}

const postNamed = (known: ReadonlyMap<Id<'post'>, Post>, id: Id<'post'>) => ({ id, name: known.get(id)!.name });

/** Its own test, and what else belongs to its training. */
function trainingOf({ id }: InForce, parts: readonly Part[]): Pick<View, 'hasTest' | 'training'> {
  return {
    hasTest: parts.some((part) => part.article_id === id && part.test !== null),
    training: parts
      .filter((part) => part.article_id !== id)
      .map(({ article_id, title, language, version, test }) => ({
        id: article_id,
        title,
        language,
        version,
        hasTest: test !== null,
      })),
  };
}

function personOf({ now }: Context, known: ReadonlyMap<Id<'post'>, Post>, one: Trainee): Person {
  const { readings, read, tests, passed, due_at: dueAt } = one;
  const standing = standingOf({ readings, read, tests, passed, dueAt }, now);
  return {
    person: { id: one.person_id, name: one.name },
    posts: one.post_ids.map((id) => postNamed(known, id)),
    readings,
    read,
    tests,
    passed,
    dueAt,
    doneAt: standing === 'done' ? one.done_at : null,
    standing,
  };
}

function isWanted({ person, posts: held, standing }: Person, query: ProcessesQuery): boolean {
  if (query.person && query.person !== person.id) return false;
  if (query.post && !held.some(({ id }) => id === query.post)) return false;
  return query.standing === undefined || query.standing === standing;
}
