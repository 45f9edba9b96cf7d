import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { named, personNames, posts } from '../organisation/house.ts';
import { headOfDepartment } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { OWED_AS, whyNotWrite } from './article.ts';
import type { Article } from './facts.ts';
import { articlesInForce } from './in-force.ts';
import { ownerNamed } from './owner.ts';
import type { standardsOut } from './view-acts.ts';

type Bound = {
  article_id: Id<'article'>;
  department_id: Id<'department'>;
  name: Words;
  asked_at: Instant;
  confirmed_at: Instant | null;
  confirmed_by_id: Id<'person'> | null;
  due_at: Instant | null;
};

/** The principles and standards of the house in force: who answers for each, whom it binds, who has confirmed it and who has not (QUAL-01). */
export async function listStandards(context: Context): Promise<z.input<typeof standardsOut>> {
  const binds = sql`exists (select from article_binding b where b.article_id = a.id)`;
  const rows = await articlesInForce(context, [sql`a.sort = 'rules'`], binds);
  const bound = Map.groupBy(await boundBy(context, rows), ({ article_id }) => article_id);
  const names = await personNames(context);
  const all = await posts(context);
  const items = [];
  for (const article of rows) {
    items.push({
      id: article.id,
      title: article.title,
      language: article.language,
      version: article.version,
      writtenAt: article.at,
      owner: ownerNamed(names, all, article),
      departments: await Promise.all((bound.get(article.id) ?? []).map((one) => departmentOf(context, one, names))),
      can: { bind: whyNotWrite(context.actor, article) },
    });
  }
  return { items };
}

async function boundBy({ tx }: Context, articles: readonly Pick<Article, 'id'>[]): Promise<Bound[]> {
  const { rows } = await sql<Bound>`
    select b.article_id, b.department_id, d.name, r.asked_at, r.confirmed_at, r.confirmed_by_id,
      (select c.due_at from commitment c where c.subject_id = r.id and c.kind = ${OWED_AS.acceptance}
        order by c.started_at desc, c.id desc limit 1) as due_at
    from article_binding b join article a on a.id = b.article_id join department d on d.id = b.department_id
    join article_acceptance r on r.article_id = a.id and r.version = a.version and r.department_id = b.department_id
    where b.article_id = any(${articles.map(({ id }) => id)}::uuid[]) order by d.key, d.id`.execute(tx);
  return rows;
}

async function departmentOf(context: Context, one: Bound, names: ReadonlyMap<string, string>) {
  const head = await headOfDepartment(context, one.department_id);
  const done = one.confirmed_at === null ? null : refusal('article.accepted_already');
  return {
    department: { id: one.department_id, name: one.name },
    head: named(names, head),
    askedAt: one.asked_at,
    dueAt: one.due_at,
    confirmedAt: one.confirmed_at,
    confirmedBy: named(names, one.confirmed_by_id),
    late: one.due_at !== null && (one.confirmed_at ?? context.now) > one.due_at,
    can: { confirm: head === context.actor.personId ? done : refusal('article.head_confirms') },
  };
}
