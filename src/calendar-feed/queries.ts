import type { z } from 'zod';
import { digest } from '../auth/digest.ts';
import { NotFound } from '../kernel/refusal.ts';
import { untranslated } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { departments } from '../organisation/house.ts';
import { actorOf } from '../organisation/queries.ts';
import { calendarText } from '../platform/calendars/calendar.ts';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import type { Edge } from '../platform/http/edge.ts';
import type { Download } from '../platform/http/route.ts';
import { textFile } from '../platform/http/text-file.ts';
import { zoneOf } from '../report/days.ts';
import { departmentsHeaded, whyNotFeed } from './calendar-feed.ts';
import { noteFeedUsed } from './commands/change-feeds.ts';
import { entriesOf } from './entries.ts';
import type { feedsOut } from './inputs.ts';

async function mayName({ tx }: Pick<Context, 'tx'>): Promise<boolean> {
  return (await tx.selectFrom('calendar_rule').select('names').executeTakeFirstOrThrow()).names;
}

/** One's own addresses, and the departments one may have another for. */
export async function feedsFor(context: Context): Promise<z.input<typeof feedsOut>> {
  const all = await departments(context);
  const department = (id: string) => ({ id, name: all.get(id as never)?.name ?? untranslated(id) });
  const rows = await context.tx
    .selectFrom('calendar_feed')
    .select(['id', 'department_id', 'made_at', 'last_used_at'])
    .where('person_id', '=', actingPerson(context))
    .orderBy('made_at')
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      department: row.department_id === null ? null : department(row.department_id),
      madeAt: row.made_at,
      lastUsedAt: row.last_used_at,
    })),
    departments: departmentsHeaded(context.actor).map(department),
    names: await mayName(context),
    can: { rule: can(context.actor, 'exchange.manage', {}) },
  };
}

/** Counts a try as failed before it is made, and takes that back where it turns out well; refuses whoever has failed too often. */
export type Guarded = <Result>(edge: Edge, account: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * The calendar behind a secret address, for whoever knows it. What is no address, has ended, or is somebody's who has left or heads
 * the department no more, is not there; who guesses is soon refused to try.
 */
export async function readFeed(guarded: Guarded, edge: Edge, given: string): Promise<Download> {
  const hash = digest(given.replace(/\.ics$/, ''));
  const text = await guarded(edge, `calendar ${hash}`, () => edge.transact((context) => textOf(context, hash)));
  return textFile('huiyin.ics', 'text/calendar; charset=utf-8', text);
}

async function textOf(context: Context, hash: string): Promise<string> {
  const { tx, now } = context;
  const feed = await tx
    .selectFrom('calendar_feed')
    .innerJoin('person', 'person.id', 'calendar_feed.person_id')
    .select(['calendar_feed.id', 'person_id', 'department_id', 'person.language', 'person.name'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  const actor = feed && (await actorOf(tx, feed.person_id, now));
  if (!feed || !actor || whyNotFeed(actor, feed.department_id)) throw new NotFound('calendar_feed.unknown');
  const own: Context = { ...context, actor };
  const whose = { personId: feed.person_id, departmentId: feed.department_id };
  const { language } = feed;
  const entries = await entriesOf(own, whose, { language, names: await mayName(own) });
  const department = feed.department_id && (await departments(own)).get(feed.department_id)?.name[language];
  await noteFeedUsed(tx, feed.id, now);
  const name = `${context.organisation.name} · ${department || feed.name}`;
  return calendarText({ name, zone: await zoneOf(own), now, entries });
}
