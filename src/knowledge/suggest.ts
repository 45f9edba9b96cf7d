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
const SAMPLE = 500;
/** Of a long letter the first so many terms. */
const MOST_TERMS = 48;
/** How many terms are asked of the index, the rarest first. */
const MOST_ASKED = 24;
/** Where there are more articles than the sample holds, how many of it they may name together: 1,000 of 50,000 are weighed. */
const MOST_NAMED = 10;
/** So many of those weighed are looked at again, with their titles and whether they may be seen. */
const NEAREST = 100;
/** A single pair of characters in a long text is chance, unless the title says it. */
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

/** Out of its compressed storage once, not again for each term that is looked for in it. */
const UNPACKED = sql`e.terms || ''::tsvector as terms`;

/** The terms of a text, each with how much it tells: the logarithm of how rare it is among the newest articles. */
async function tellingTerms({ tx }: Context, text: string): Promise<Telling> {
  const terms = indexTerms([{ text }])
    .filter((term) => term.length > 1)
    .slice(0, MOST_TERMS);
  if (terms.length === 0) return { terms: [], total: 0 };
  const counts = terms.map((term) => sql`count(*) filter (where s.terms @@ ${quoteLexeme(term)}::tsquery)::int`);
  const { rows } = await sql<{ counts: number[]; total: number }>`
    with s as materialized (
      select ${UNPACKED} from search_entry e where e.subject_type = 'article'
      order by e.at desc, e.subject_id desc limit ${SAMPLE}
    ) select array[${sql.join(counts)}] as counts, count(*)::int as total from s`.execute(tx);
  const { counts: found, total } = rows[0]!;
  return {
    terms: terms.map((term, at) => ({
      term,
      named: found[at]!,
      weight: Math.log((total + 1) / (found[at]! + 1)),
    })),
    total,
  };
}

/** The rarest, as long as together they name few enough to be weighed one by one. */
function rarest({ terms, total }: Telling): Term[] {
  const asked: Term[] = [];
  let naming = 0;
  for (const one of terms.toSorted((a, b) => a.named - b.named).slice(0, MOST_ASKED)) {
    naming += one.named;
    if (total >= SAMPLE && asked.length > 0 && naming > MOST_NAMED) break;
    asked.push(one);
  }
  return asked;
}

async function likest(context: Context, telling: Telling): Promise<string[]> {
  const terms = rarest(telling);
  if (terms.length === 0) return [];
  const any = terms.map(({ term }) => quoteLexeme(term)).join(' | ');
  const { rows } = await sql<{ subject_id: string }>`
    with said as materialized (
      select e.subject_id, e.at, ${UNPACKED} from search_entry e
      where e.subject_type = 'article' and e.terms @@ ${any}::tsquery
    ), near as (
      select s.*, ${sum(terms, sql`s.terms`)} as likeness from said s order by likeness desc, s.at desc limit ${NEAREST}
    ), e as (
      select n.subject_id, n.at, n.likeness + ${TITLE_COUNTS} * ${sum(terms, sql`t.terms`)} as likeness,
        t.terms @@ ${any}::tsquery or ${counted(terms, sql`n.terms`)} >= ${LIKE} as alike
      from near n join search_entry t on t.subject_id = n.subject_id and t.subject_type = 'article_title'
    )
    select e.subject_id from e where e.alike and ${foundInSight(context.actor)}
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
