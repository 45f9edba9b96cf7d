import { sql } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf } from '../kernel/time.ts';
import type { CalendarRules } from '../kernel/working-time/calendar.ts';
import { lacksHolidays } from '../kernel/working-time/chinese-holidays.ts';
import type { Words } from '../kernel/words.ts';
import type { Context } from '../platform/context.ts';
import { allOf, canOut, idOut, momentOut, versionOut, wordsOut } from '../platform/http/shapes.ts';
import { can } from './can.ts';
import { calendarRulesShape } from './inputs.ts';
import { changedByOut, changedWhyOut, keyOut } from './shapes.ts';

export const calendarOut = z.object({
  id: idOut('calendar'),
  key: keyOut,
  name: wordsOut,
  version: versionOut,
  rules: calendarRulesShape.describe('Its hours as they stand now'),
  lacksYear: z.number().nullable().describe('A year whose holidays should be there by now and are not'),
  usedBy: z.array(wordsOut).describe('Departments that work by it'),
  isReception: z.boolean().describe('The reception hours of a centre (RECP-01)'),
  changed: z
    .object({ at: momentOut, by: changedByOut, why: changedWhyOut })
    .describe('How its newest version came about'),
  can: canOut.describe('change'),
});

export const calendarsOut = allOf(calendarOut);

type Row = {
  id: Id<'calendar'>;
  key: string;
  name: Words;
  version: number;
  rules: CalendarRules;
  used_by: Words[];
  is_reception: boolean;
  at: Instant;
  by: string | null;
  why: string | null;
};

/** Every calendar in its newest version. */
export async function listCalendars(context: Context): Promise<z.input<typeof calendarsOut>> {
  const { rows } = await sql<Row>`
    select distinct on (c.id) c.id, c.key, c.name, v.version, v.rules, v.at, p.name as by, v.why,
      (select coalesce(json_agg(d.name order by d.id), '[]') from department d
        where d.calendar_id = c.id and d.closed_at is null) as used_by,
      exists (select from centre where reception_calendar_id = c.id) as is_reception
    from calendar c join calendar_version v on v.calendar_id = c.id left join person p on p.id = v.by_id
    order by c.id, v.version desc`.execute(context.tx);
  const year = Number(context.now.slice(0, 4));
  return {
    items: rows.map(({ used_by, is_reception, at, by, why, ...same }) => ({
      ...same,
      rules: same.rules as z.input<typeof calendarRulesShape>,
      lacksYear: [year, year + 1].find((one) => lacksHolidays(same.rules, one, epochOf(context.now))) ?? null,
      usedBy: used_by,
      isReception: is_reception,
      changed: { at, by, why },
      can: { change: can(context.actor, 'calendar.edit', {}) },
    })),
  };
}

export const calendarVersionsOut = z.object({
  items: z
    .array(
      z.object({
        version: z.number().describe('1, 2, ...; clocks say by which they were counted'),
        rules: calendarRulesShape.describe('What it said then'),
        at: momentOut,
        by: changedByOut,
        why: changedWhyOut,
      }),
    )
    .describe('The newest first; 100 at most'),
});

/** What a calendar said before, newest first, with who changed it and why. */
export async function calendarVersions(
  context: Context,
  calendarId: Id<'calendar'>,
): Promise<z.input<typeof calendarVersionsOut>> {
  const rows = await context.tx
    .selectFrom('calendar_version as v')
    .leftJoin('person', 'person.id', 'v.by_id')
    .select(['v.version', 'v.rules', 'v.at', 'v.why', 'person.name as by'])
    .where('v.calendar_id', '=', calendarId)
    .orderBy('v.version', 'desc')
    .limit(100)
    .execute();
  if (rows.length === 0) throw new NotFound('calendar.unknown');
  return { items: rows.map((row) => ({ ...row, rules: row.rules as z.input<typeof calendarRulesShape> })) };
}
