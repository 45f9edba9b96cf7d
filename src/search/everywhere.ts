import { sql } from 'kysely';
import type { z } from 'zod';
import { searchQuery } from '../kernel/text/query.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readMomentAndId } from '../platform/http/cursor.ts';
import type { After, Entry, EntryType, FoundType } from './entries.ts';
import { findEntries } from './entries.ts';
import { foundOf } from './found.ts';
import type { foundOut, SearchAsk, searchOut } from './shapes.ts';
import { sightOf } from './sight.ts';

type Found = z.input<typeof foundOut>;

/** Of people, places and messages the nearest few, where everything is searched: the rest of the page is for matters. */
const FEW = 5;

/**
 * Finds tickets, customers, places, articles and messages. Of one type: page by page, the newest first. Of all: a few customers,
 * places, articles called so and messages, then tickets; the pages after the first are tickets only. A ticket whose whole number was
 * typed stands above all.
 */
export async function searchEverywhere(context: Context, ask: SearchAsk): Promise<z.input<typeof searchOut>> {
  const { q, type, limit } = ask;
  const after = readMomentAndId(ask.after);
  if (type) return searchOne(context, type, q, after, limit);
  if (after) return searchOne(context, 'ticket', q, after, limit);
  const numbered = await ticketNumbered(context, q);
  const customers = await searchOne(context, 'customer', q, null, FEW);
  const places = await searchOne(context, 'place', q, null, FEW);
  const articles = await searchOne(context, 'article', q, null, FEW, 'article_title');
  const messages = await searchOne(context, 'message', q, null, FEW);
  const tickets = await searchOne(context, 'ticket', q, null, limit);
  const others = tickets.items.filter((item) => item.id !== numbered[0]?.id);
  return {
    items: [...numbered, ...customers.items, ...places.items, ...articles.items, ...others, ...oneEach(messages.items)],
    next: tickets.next,
  };
}

/** Of a conversation the newest message that fits: the others are a look away. */
function oneEach(messages: readonly Found[]): Found[] {
  return messages.filter(
    (one, at) => messages.findIndex(({ conversationId }) => conversationId === one.conversationId) === at,
  );
}

async function searchOne(
  context: Context,
  type: FoundType,
  q: string,
  after: After | null,
  limit: number,
  /** What it is found by, where that is not the whole of it. */
  by: EntryType = type,
): Promise<{ items: Found[]; next: string | null }> {
  const sight = sightOf(context, by);
  if (sight === null) return { items: [], next: null };
  const entries = await findEntries(context.tx, { type: by, query: searchQuery(q), sight, after, limit: limit + 1 });
  const found = page(
    entries,
    limit,
    (entry) => entry,
    (entry) => cursorOf(entry.at, entry.subject_id),
  );
  return { items: await foundOf(context, type, found.items), next: found.next };
}

const NUMBER = /^[#＃]?\s*([0-9]{1,15})$/u;

async function ticketNumbered(context: Context, q: string): Promise<Found[]> {
  const number = NUMBER.exec(q.trim().normalize('NFKC'))?.[1];
  const sight = sightOf(context, 'ticket');
  if (number === undefined || sight === null) return [];
  const found = await sql<Entry>`
    select e.subject_id, e.at from ticket n join search_entry e on e.subject_id = n.id and e.subject_type = 'ticket'
    where n.number = ${Number(number)} and ${sight}`.execute(context.tx);
  return foundOf(context, 'ticket', found.rows);
}
