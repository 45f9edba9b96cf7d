import { z } from 'zod';
import { previewCalendar } from '../../commitment/commands/recompute-after-calendar-change.ts';
import { newId } from '../../kernel/id.ts';
import { refusal } from '../../kernel/refusal.ts';
import { whyNotCalendar } from '../../kernel/working-time/calendar.ts';
import { rulesFromPack } from '../../organisation/calendars-from-pack.ts';
import { listCalendars } from '../../organisation/calendars-view.ts';
import { addCalendar, changeCalendar } from '../../organisation/commands/change-calendar.ts';
import { addCalendarInput, calendarRulesShape } from '../../organisation/inputs.ts';
import { isSame, part } from '../part.ts';

const shape = z.record(z.string(), z.strictObject({ name: addCalendarInput.shape.name, rules: calendarRulesShape }));

/** Calendars by key. A name is given once, as a calendar is added. */
export const calendars = part({
  key: 'calendars',
  shape,
  read: async (context) => {
    const { items } = await listCalendars(context);
    return shape.parse(Object.fromEntries(items.map(({ key, name, rules }) => [key, { name, rules }])));
  },
  check: async (_, content) =>
    Object.entries(content).flatMap(([key, { rules }]) => {
      const wrong = whyNotCalendar(rules);
      return wrong ? [refusal(wrong.code, { ...wrong.params, path: `calendars.${key}.rules` })] : [];
    }),
  effect: async (context, content) => {
    let count = 0;
    for (const calendar of (await listCalendars(context)).items) {
      const rules = content[calendar.key]?.rules;
      if (!rules || isSame(rules, calendar.rules)) continue;
      count += (await previewCalendar(context.tx, context.now, { calendarId: calendar.id as never, rules })).length;
    }
    return [{ what: 'deadlines_move', count }];
  },
  apply: async (context, content, why) => {
    const known = new Map((await listCalendars(context)).items.map((one) => [one.key, one]));
    for (const [key, { name, rules }] of Object.entries(content)) {
      const now = known.get(key);
      if (!now) await addCalendar(context, { id: newId<'calendar'>(context.now), key, name, rules });
      else if (!isSame(now.rules, rules))
        await changeCalendar(context, now.id as never, { rules, why, seen: now.version });
    }
  },
  shipped: (pack, { now }) => {
    const year = Number(now.slice(0, 4));
    return shape.parse(
      Object.fromEntries(
        pack.calendars.map((one) => [
          one.key,
          { name: one.name, rules: rulesFromPack(one, pack.zone, [year - 1, year, year + 1]) },
        ]),
      ),
    );
  },
});
