import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Epoch } from '../kernel/time.ts';
import type { CalendarRules } from '../kernel/working-time/calendar.ts';
import type { CompiledCalendar } from '../kernel/working-time/compile.ts';
import { BeyondCalendar, compileCalendar } from '../kernel/working-time/compile.ts';
import type { Tx } from '../platform/tx.ts';
import { houseFact } from '../platform/house-facts.ts';

/** One version of a calendar, ready to count with. */
export type Calendar = {
  readonly id: Id<'calendar'>;
  readonly version: number;
  readonly rules: CalendarRules;
  /**
   * Runs a pure `work` with the calendar compiled over the years of `around`, and again with more years where it reached
   * beyond them. Years are added as they are asked for and never dropped.
   */
  counting<Result>(around: readonly Epoch[], work: (compiled: CompiledCalendar) => Result): Result;
};

/** Eight years of reach beyond what was asked for hold any promise of a shop; ten years are the longest duration. */
const MOST_YEARS_FURTHER = 32;

function yearOf(at: Epoch): number {
  return Math.floor(at / 31_556_952_000) + 1970;
}

/** A calendar not (yet) read from the database: for previews of rules that nobody has saved, and for tests. */
export function calendarFrom(id: Id<'calendar'>, version: number, rules: CalendarRules): Calendar {
  let compiled: CompiledCalendar | null = null;
  let from = Infinity;
  let to = -Infinity;
  const reach = (first: number, last: number): CompiledCalendar => {
    if (compiled === null || first < from || last > to) {
      from = Math.min(from, first);
      to = Math.max(to, last);
      compiled = compileCalendar(rules, from, to);
    }
    return compiled;
  };
  return {
    id,
    version,
    rules,
    counting: (around, work) => {
      const first = yearOf(Math.min(...around)) - 1;
      const last = yearOf(Math.max(...around)) + 2;
      for (let further = 0; ; further = further === 0 ? 1 : further * 2) {
        try {
          return work(reach(first - Math.min(further, 2), last + further));
        } catch (error) {
          if (!(error instanceof BeyondCalendar) || further >= MOST_YEARS_FURTHER) throw error;
        }
      }
    },
  };
}

/**
 * Compiled versions of this process, oldest first. A version never changes once it is committed, but one that is rolled
 * back leaves its number to another; `xmin`, the writing transaction, tells them apart.
 */
const compiledVersions = new Map<string, Calendar>();
const MOST_KEPT = 200;

type Version = { calendar_id: Id<'calendar'>; version: number; written: string };

async function rulesOf(tx: Tx, wanted: readonly Version[]): Promise<void> {
  if (wanted.length === 0) return;
  const rows = await tx
    .selectFrom('calendar_version')
    .select(['calendar_id', 'version', 'rules', sql<string>`xmin::text`.as('written')])
    .where((e) => e.or(wanted.map((one) => e.and({ calendar_id: one.calendar_id, version: one.version }))))
    .execute();
  for (const row of rows) {
    const rules = row.rules as CalendarRules;
    compiledVersions.set(keyOf(row), calendarFrom(row.calendar_id, row.version, rules));
  }
  while (compiledVersions.size > MOST_KEPT) compiledVersions.delete(compiledVersions.keys().next().value!);
}

function keyOf({ calendar_id, version, written }: Version): string {
  return `${calendar_id} ${version} ${written}`;
}

/** The calendars of these versions, in their order. Costs one look at their keys; rules are read once a process. */
async function known(tx: Tx, versions: readonly Version[]): Promise<Calendar[]> {
  await rulesOf(
    tx,
    versions.filter((version) => !compiledVersions.has(keyOf(version))),
  );
  return versions.map((version) => {
    const calendar = compiledVersions.get(keyOf(version));
    if (!calendar) throw new Error(`calendar ${version.calendar_id} changed while it was read`);
    return calendar;
  });
}

export type CalendarVersion = { id: Id<'calendar'>; version: number };

/** Several versions at once, by `id version`; one that is not there is missing from the answer. */
export async function calendarsOf(tx: Tx, wanted: readonly CalendarVersion[]): Promise<Map<string, Calendar>> {
  if (wanted.length === 0) return new Map();
  const all = await allVersions({ tx });
  const names = new Set(wanted.map((one) => `${one.id} ${one.version}`));
  const calendars = await known(
    tx,
    [...names].flatMap((name) => all.get(name) ?? []),
  );
  return new Map(calendars.map((calendar) => [`${calendar.id} ${calendar.version}`, calendar]));
}

/** The version a commitment was made under. */
export async function calendarOf(tx: Tx, id: Id<'calendar'>, version: number): Promise<Calendar> {
  const calendar = (await calendarsOf(tx, [{ id, version }])).get(`${id} ${version}`);
  if (!calendar) throw new Error(`there is no version ${version} of calendar ${id}`);
  return calendar;
}

/** The newest version of each calendar: under these new promises are made. */
export async function currentCalendars(tx: Tx, ids: readonly Id<'calendar'>[]): Promise<Map<Id<'calendar'>, Calendar>> {
  if (ids.length === 0) return new Map();
  const all = await newestVersions({ tx });
  const newest = [...new Set(ids)].map((id) => {
    const version = all.get(id);
    if (!version) throw new Error(`calendar ${id} has no version`);
    return version;
  });
  const calendars = await known(tx, newest);
  return new Map(calendars.map((calendar) => [calendar.id, calendar]));
}

/** By `id version`, each calendar's in their order. */
const allVersions = houseFact(async ({ tx }: { tx: Tx }): Promise<ReadonlyMap<string, Version>> => {
  const rows = await tx
    .selectFrom('calendar_version')
    .select(['calendar_id', 'version', sql<string>`xmin::text`.as('written')])
    .orderBy('calendar_id')
    .orderBy('version')
    .execute();
  return new Map(rows.map((row) => [`${row.calendar_id} ${row.version}`, row]));
});

const newestVersions = houseFact(
  async (from: { tx: Tx }): Promise<ReadonlyMap<Id<'calendar'>, Version>> =>
    new Map([...(await allVersions(from)).values()].map((row) => [row.calendar_id, row])),
);

export async function currentCalendar(tx: Tx, id: Id<'calendar'>): Promise<Calendar> {
  return (await currentCalendars(tx, [id])).get(id)!;
}
