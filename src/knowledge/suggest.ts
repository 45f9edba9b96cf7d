import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { indexTerms } from '../kernel/text/terms.ts';
import { quoteLexeme } from '../kernel/text/lexeme.ts';
import { can } from '../organisation/can.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { allowToSee, ticketById } from '../ticket/facts.ts';
import type { Row } from './list.ts';
import { excerptOf, LINE } from './list.ts';
import { articlesInSight, foundInSight } from './sight.ts';
import { typedIn, whyNotFromTicket } from './ticket-article.ts';
import type { suggestionsOut } from './view-acts.ts';

/** More than so many nobody reads while somebody waits on the telephone. */
const FEW = 5;
/** So many of the newest articles say how common a word is. */
const SAMPLE = 1_000;
/** What stands in more than this share of all says nothing about any of them. */
const TOO_COMMON = 0.2;
/** Of a long letter the first so many terms. */
const MOST_TERMS = 48;
/** How many terms are asked of the index, the rarest first. */
const MOST_ASKED = 12;
/** Where there are more articles than the sample holds, how many of it they may name together: 3,000 of 50,000 are weighed in 30 ms. */
const MOST_NAMED = 60;
/** A single chance pair of characters is no likeness. */
const LIKE = 2;
const TITLE_COUNTS = 2;

type Term = { term: string; named: number; weight: number };
type Telling = { terms: Term[]; total: number };

/**
 * The articles that share the most telling words with a matter: each word counts the more the rarer it is among the articles, and
 * once more where the title says it. The rarest few are asked of the index, so that the common ones cost nothing.
 */
export async function suggestArticles(
  context: Context,
  ticketId: Id<'ticket'>,
): Promise<z.input<typeof suggestionsOut>> {
  const ticket = await ticketById(context.tx, ticketId);
  await allowToSee(context, ticket);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const own = [ticket.title, ticket.need, ...typedIn(kind, ticket), ...Object.values(kind.name)];
  const terms = await tellingTerms(context, own.join('\n'));
  const ids = await likest(context, terms);
  const { rows } = await sql<Row & { used_here: boolean }>`
    select exists (select from article_use u where u.article_id = a.id and u.ticket_id = ${ticketId}) as used_here, ${LINE}
    where a.id = any(${ids}::uuid[])`.execute(context.tx);
  const from = await sql<Row>`
    select ${LINE} where a.from_ticket_id = ${ticketId} and ${articlesInSight(context.actor)} order by a.id`.execute(
    context.tx,
  );
  const thing = { people: [context.actor.personId], departments: [ticket.department_id], centreId: ticket.centre_id };
  return {
    items: rows
      .toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
      .map((row) => ({
        id: row.id,
        title: row.title,
        language: row.language,
        sort: row.sort,
        source: row.source,
        inForceOn: row.in_force_on,
        excerpt: excerptOf(row.body),
        confirmedAt: row.confirmed_at,
        usedHere: row.used_here,
        isPublic: row.audience === 'public',
      })),
    from: from.rows.map(({ id, title, language }) => ({ id, title, language })),
    can: { write: can(context.actor, 'knowledge.write', thing) ?? whyNotFromTicket(ticket) },
  };
}

/** The terms of a text, each with how much it tells: the logarithm of how rare it is; the common ones left out. */
async function tellingTerms({ tx }: Context, text: string): Promise<Telling> {
  const terms = indexTerms([{ text }])
    .filter((term) => term.length > 1)
    .slice(0, MOST_TERMS);
  if (terms.length === 0) return { terms: [], total: 0 };
  const counts = terms.map((term) => sql`count(*) filter (where e.terms @@ ${quoteLexeme(term)}::tsquery)::int`);
  const { rows } = await sql<{ counts: number[]; total: number }>`
    select array[${sql.join(counts)}] as counts, count(*)::int as total
    from (select terms from search_entry where subject_type = 'article' order by at desc, subject_id desc limit ${SAMPLE}) e`.execute(
    tx,
  );
  const { counts: found, total } = rows[0]!;
  const weighed = terms.map((term, at) => ({
    term,
    named: found[at]!,
    weight: Math.log((total + 1) / (found[at]! + 1)),
  }));
  return { terms: weighed.filter(({ named }) => total < SAMPLE || named <= total * TOO_COMMON), total };
}

async function likest(context: Context, { terms, total }: Telling): Promise<string[]> {
  const asked: Term[] = [];
  let naming = 0;
  for (const one of terms.toSorted((a, b) => a.named - b.named).slice(0, MOST_ASKED)) {
    naming += one.named;
    if (total >= SAMPLE && asked.length > 0 && naming > MOST_NAMED) break;
    asked.push(one);
  }
  if (asked.length === 0) return [];
  const any = asked.map(({ term }) => quoteLexeme(term)).join(' | ');
  const { rows } = await sql<{ subject_id: string }>`
    with near as materialized (
      select e.subject_id, e.terms, e.at from search_entry e where e.subject_type = 'article' and e.terms @@ ${any}::tsquery
    ), likeness as (
      select n.subject_id, n.at, ${sum(terms, sql`n.terms`)} + ${TITLE_COUNTS} * coalesce(${sum(terms, sql`t.terms`)}, 0) as likeness,
        ${counted(terms, sql`n.terms`)} as shared
      from near n left join search_entry t on t.subject_id = n.subject_id and t.subject_type = 'article_title'
    )
    select e.subject_id from likeness e where e.shared >= ${Math.min(LIKE, terms.length)} and ${foundInSight(context.actor)}
    order by e.likeness desc, e.at desc, e.subject_id limit ${FEW}`.execute(context.tx);
  return rows.map(({ subject_id }) => subject_id);
}

function sum(terms: readonly Term[], where: RawBuilder<unknown>): RawBuilder<number> {
  const each = terms.map(
    ({ term, weight }) => sql`case when ${where} @@ ${quoteLexeme(term)}::tsquery then ${weight}::float8 else 0 end`,
  );
  return sql<number>`(${sql.join(each, sql` + `)})`;
}

function counted(terms: readonly Term[], where: RawBuilder<unknown>): RawBuilder<number> {
  const each = terms.map(({ term }) => sql`(${where} @@ ${quoteLexeme(term)}::tsquery)::int`);
  return sql<number>`(${sql.join(each, sql` + `)})`;
}
