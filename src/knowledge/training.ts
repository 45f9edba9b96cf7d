import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Language, Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { OWED_AS } from './article.ts';
import { HOLDERS_BOUND } from './bound.ts';

type Process = readonly Id<'article'>[];

/** The test that an article has now: the version of its newest questions, or nothing. */
const TEST = sql`(select case when jsonb_array_length(x.questions) > 0 then x.version end
  from article_test x where x.article_id = a.id order by x.version desc limit 1)`;

/**
 * What the training of processes consists of (`parts`): the process itself and what belongs to it, in the versions in force. A test is
 * passed in the newest questions, after both the article and the process were last written: a new version asks anew.
 */
function parts(ids: Process): RawBuilder<unknown> {
  return sql`
    select t.process_id, a.id as article_id, a.version, v.title, v.language, greatest(v.at, pv.at) as since, ${TEST} as test
    from (select id as process_id, id as article_id from article union all select process_id, article_id from article_training) t
    join article p on p.id = t.process_id join article_version pv on pv.article_id = p.id and pv.version = p.version
    join article a on a.id = t.article_id and a.retired_at is null
    join article_version v on v.article_id = a.id and v.version = a.version
    where t.process_id = any(${ids}::uuid[])`;
}

const PASSED = sql`(select min(r.at) from article_test_result r where r.article_id = parts.article_id
  and r.version = parts.test and r.person_id = who.person_id and r.passed and r.at >= parts.since)`;
const READ = sql`(select r.confirmed_at from article_reading r where r.article_id = parts.article_id
  and r.version = parts.version and r.person_id = who.person_id)`;

export type Part = {
  process_id: Id<'article'>;
  article_id: Id<'article'>;
  version: number;
  title: Words;
  language: Language;
  /** The version of its test; null: it has none. */
  test: number | null;
};

/** The parts of each: what is read, and whether it has a test. */
export async function partsOf({ tx }: Context, ids: Process): Promise<Part[]> {
  const { rows } = await sql<Part>`
    select process_id, article_id, version, title, language, test from (${parts(ids)}) parts
    order by article_id <> process_id, article_id`.execute(tx);
  return rows;
}

export type Trainee = {
  process_id: Id<'article'>;
  person_id: Id<'person'>;
  name: string;
  post_ids: Id<'post'>[];
  readings: number;
  read: number;
  tests: number;
  passed: number;
  done_at: Instant | null;
  due_at: Instant | null;
};

/** Everybody whom these processes bind, and how far he is with the training of each. */
export async function traineesOf({ tx }: Context, ids: Process): Promise<Trainee[]> {
  const { rows } = await sql<Trainee>`
    with who as (
      select process_id, person_id, name, array_agg(post_id order by post_id) as post_ids from (${HOLDERS_BOUND}) bound
      where process_id = any(${ids}::uuid[]) group by process_id, person_id, name),
    each_part as (
      select who.*, parts.test, ${READ} as read_at, ${PASSED} as passed_at
      from who join (${parts(ids)}) parts on parts.process_id = who.process_id)
    select process_id, person_id, name, post_ids, count(*)::int as readings, count(read_at)::int as read,
      count(test)::int as tests, count(passed_at)::int as passed, max(greatest(read_at, passed_at)) as done_at,
      (select c.due_at from article_reading r join article a on a.id = r.article_id and a.version = r.version
        join commitment c on c.subject_id = r.id and c.kind = ${OWED_AS.reading}
        where r.article_id = e.process_id and r.person_id = e.person_id order by c.started_at desc, c.id desc limit 1) as due_at
    from each_part e group by process_id, person_id, name, post_ids order by name, person_id`.execute(tx);
  return rows;
}

/** Whether somebody has passed every test that belongs to a process; where there is none he has. */
export async function hasPassed({ tx }: Context, processId: Id<'article'>, personId: Id<'person'>): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select exists (select from (${parts([processId])}) parts cross join (select ${personId}::uuid as person_id) who
      where parts.test is not null and ${PASSED} is null) as open`.execute(tx);
  return !rows[0]!.open;
}
