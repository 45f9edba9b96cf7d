import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Words } from '../kernel/words.ts';
import { untranslated } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames, posts as housePosts } from '../organisation/house.ts';
import { readStaff } from '../organisation/staff.ts';
import { todayIn } from '../organisation/today.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { DocumentRow, PaperRules } from './facts.ts';
import { paperRulesOf } from './facts.ts';
import type { DocumentsQuery } from './inputs.ts';
import { whyNotKeep } from './document.ts';
import { documentScope } from './scope.ts';
import type { DocumentLine, documentsOut, paperRulesOut } from './view.ts';

export type ListRow = DocumentRow & { lent_to: Id<'person'> | null; due_at: Instant | null; superseded: boolean };

export async function documentRows(
  context: Context,
  wanted: readonly RawBuilder<unknown>[],
  most: number,
): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    select d.*, d.dated::text as dated, d.keep_until::text as keep_until, l.to_id as lent_to, c.due_at,
      exists (select from document n where n.supersedes_id = d.id and n.sha256 is not null) as superseded
    from document d left join document_loan l on l.document_id = d.id and l.returned_at is null
    left join lateral (select min(due_at) as due_at from commitment where subject_id = d.id and settled_at is null) c on true
    where ${sql.join([sql`(${documentScope(context.actor)})`, ...wanted], sql` and `)}
    order by d.at desc, d.id desc limit ${most}`.execute(context.tx);
  return rows;
}

type Named = { names: Names; rules: PaperRules; now: Instant };
const called = (all: readonly { key: string; name: Words }[], key: string) => ({
  key,
  name: all.find((one) => one.key === key)?.name ?? untranslated(key),
});

export function documentLineOf(row: ListRow, { names, rules, now }: Named): DocumentLine {
  return {
    id: row.id,
    way: row.way,
    kind: called(rules.kinds, row.kind),
    class: called(rules.classes, row.class),
    restricted: row.restricted,
    number: row.number,
    subject: row.subject,
    person: named(names, row.person_id),
    dated: row.dated,
    counterpart: row.counterpart,
    state: row.state,
    liesAt: row.lies_at,
    lentTo: named(names, row.lent_to),
    answerBy: row.answer_by,
    late: row.due_at !== null && row.due_at < now,
    keepUntil: row.keep_until,
    registeredAt: row.at,
    superseded: row.superseded,
  };
}

export async function namedOf(context: Context): Promise<Named> {
  return { names: await personNames(context), rules: await paperRulesOf(context), now: context.now };
}

async function conditions(context: Context, query: DocumentsQuery): Promise<RawBuilder<unknown>[]> {
  const wanted: RawBuilder<unknown>[] = [];
  for (const field of ['way', 'kind', 'class', 'state'] as const)
    if (query[field]) wanted.push(sql`${sql.ref(`d.${field}`)} = ${query[field]}`);
  if (query.year) wanted.push(sql`(d.number is not null and extract(year from d.dated) = ${query.year})`);
  if (query.counterpart) wanted.push(sql`strpos(lower(d.counterpart), lower(${query.counterpart})) > 0`);
  if (query.body) wanted.push(sql`d.body_id = ${query.body}`);
  if (query.person) wanted.push(sql`d.person_id = ${query.person}`);
  if (query.text)
    wanted.push(sql`strpos(lower(concat_ws(' ', d.number, d.subject, d.counterpart)), lower(${query.text})) > 0`);
  if (query.lent !== undefined) wanted.push(sql`(l.to_id is not null) = ${query.lent}`);
  if (query.over !== undefined) {
    const today = await todayIn(context, await centreOf(context));
    wanted.push(sql`coalesce(d.state = 'filed' and d.keep_until <= ${today}::date, false) = ${query.over}`);
  }
  if (query.from) wanted.push(sql`d.at >= ${query.from}::timestamptz`);
  if (query.until) wanted.push(sql`d.at < ${query.until}::timestamptz`);
  return wanted;
}

/** The register, the newest first: number, subject, person, date, state, and where the paper lies (DOCS-02). */
export async function listDocuments(context: Context, query: DocumentsQuery): Promise<z.input<typeof documentsOut>> {
  const wanted = await conditions(context, query);
  const after = readMomentAndId(query.after);
  if (after) wanted.push(sql`(d.at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const rows = await documentRows(context, wanted, query.limit + 1);
  const house = await namedOf(context);
  return {
    ...page(
      rows,
      query.limit,
      (row) => documentLineOf(row, house),
      (row) => cursorOf(row.at, row.id),
    ),
    can: { write: can(context.actor, 'document.write', {}), keep: can(context.actor, 'document.keep', {}) },
  };
}

/** Kinds and classes of the house, and which posts review. */
export async function readPaperRules(context: Context): Promise<z.input<typeof paperRulesOut>> {
  const { kinds, classes } = await paperRulesOf(context);
  const centre_id = await centreOf(context);
  const posts = [...(await readStaff(context)).posts.values()];
  const known = await housePosts(context);
  const nameOf = (id: Id<'post'> | undefined) => (id ? (known.get(id)?.name ?? null) : null);
  return {
    kinds: kinds.map(({ key, name, ways }) => ({ key, name, ways })),
    classes: classes.map(({ key, name, owner, restricted, keepYears }) => ({
      key,
      name,
      owner: nameOf(posts.find((post) => post.key === owner)?.id),
      restricted,
      keepYears,
      can: { keep: whyNotKeep({ keeper: owner, centre_id }, context.actor) },
    })),
    reviewers: posts
      .filter((post) => post.rights['document.approve'] !== undefined)
      .map(({ id }) => ({ id, name: known.get(id)!.name })),
  };
}
