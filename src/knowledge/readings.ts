import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { whyNotWrite } from './article.ts';
import type { Article } from './facts.ts';
import { articlesInForce } from './in-force.ts';
import { hasPassed } from './training.ts';
import type { readingsOut } from './view-acts.ts';
import type { articleOut } from './view.ts';

type Reading = { person_id: Id<'person'>; confirmed_at: Instant | null; due_at: Instant | null };

/** Who was asked for his word on the version in force, by name; those who left are not missed. */
async function askedOf({ tx }: Context, { id, version }: Pick<Article, 'id' | 'version'>): Promise<Reading[]> {
  const { rows } = await sql<Reading>`
    select r.person_id, r.confirmed_at, (select due_at from commitment where subject_id = r.id limit 1) as due_at
    from article_reading r join person p on p.id = r.person_id
    where r.article_id = ${id} and r.version = ${version} and (p.left_at is null or r.confirmed_at is not null)
    order by p.name, p.id`.execute(tx);
  return rows;
}

/** A process has been understood when its tests are passed: only then is it confirmed (QUAL-02). */
export async function whyNotConfirmReading(context: Context, article: Article): Promise<Refusal | null> {
  const { personId } = context.actor;
  if (article.sort !== 'process' || personId === null) return null;
  return (await hasPassed(context, article.id, personId)) ? null : refusal('article.pass_first');
}

/** What somebody owes who must read this: his word; null where nobody asks him. */
export async function readingOf(
  context: Context,
  article: Pick<Article, 'id' | 'version'>,
): Promise<z.input<typeof articleOut>['reading']> {
  const mine = (await askedOf(context, article)).find(({ person_id }) => person_id === context.actor.personId);
  return mine ? { dueAt: mine.due_at, confirmedAt: mine.confirmed_at } : null;
}

/** All must have read it, or somebody was asked for his word on the version in force. */
const MUST_READ = sql`(a.must_read
  or exists (select from article_reading r where r.article_id = a.id and r.version = a.version))`;

/** Everything that must be read, with whoever has confirmed the version in force and who has not (KNOW-07). */
export async function listReadings(context: Context): Promise<z.input<typeof readingsOut>> {
  const { actor, now } = context;
  const names = await personNames(context);
  const items = [];
  for (const article of await articlesInForce(context, [MUST_READ])) {
    const asked = await askedOf(context, article);
    const mine = asked.find(({ person_id }) => person_id === actor.personId);
    const shown = whyNotWrite(actor, article) === null ? asked : asked.filter((one) => one === mine);
    items.push({
      id: article.id,
      title: article.title,
      language: article.language,
      version: article.version,
      writtenAt: article.at,
      mine: mine ? { dueAt: mine.due_at, confirmedAt: mine.confirmed_at } : null,
      people: shown.map((one) => ({
        person: named(names, one.person_id),
        dueAt: one.due_at,
        confirmedAt: one.confirmed_at,
        late: one.due_at !== null && (one.confirmed_at ?? now) > one.due_at,
      })),
    });
  }
  return { items };
}
