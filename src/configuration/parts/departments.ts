import { z } from 'zod';
import { newId } from '../../kernel/id.ts';
import { refusal } from '../../kernel/refusal.ts';
import { addDepartment } from '../../organisation/commands/add-department.ts';
import { changeDepartment } from '../../organisation/commands/change-department.ts';
import { calendarKeys, firstCentre } from '../../organisation/house.ts';
import { addDepartmentInput } from '../../organisation/inputs.ts';
import type { Context } from '../../platform/context.ts';
import { isSame, part } from '../part.ts';

const { name, phone, outsideFirm } = addDepartmentInput.shape;
const shape = z.record(
  z.string(),
  z.strictObject({
    name,
    calendar: z.string().describe('Key of the calendar it works by'),
    phone,
    outsideFirm,
    closed: z.boolean().describe('Given up'),
  }),
);

async function rows({ tx }: Context) {
  return tx
    .selectFrom('department')
    .innerJoin('calendar', 'calendar.id', 'department.calendar_id')
    .select(['department.id', 'department.key', 'department.name', 'department.phone'])
    .select(['department.outside_firm', 'department.closed_at', 'calendar.key as calendar'])
    .orderBy('department.key')
    .execute();
}

async function read(context: Context): Promise<z.output<typeof shape>> {
  const items = (await rows(context)).map((row) => [
    row.key,
    {
      name: row.name,
      calendar: row.calendar,
      phone: row.phone,
      outsideFirm: row.outside_firm,
      closed: row.closed_at !== null,
    },
  ]);
  return Object.fromEntries(items) as z.output<typeof shape>;
}

/** Departments and outside firms by key. */
export const departments = part({
  key: 'departments',
  shape,
  read,
  check: async (context, content, all) => {
    const known = new Set([
      ...(await calendarKeys(context)).keys(),
      ...Object.keys((all['calendars'] as object | undefined) ?? {}),
    ]);
    return Object.entries(content)
      .filter(([, one]) => !known.has(one.calendar))
      .map(([key, one]) => refusal('pack.name_dangling', { path: `departments.${key}.calendar`, name: one.calendar }));
  },
  apply: async (context, content, why) => {
    const now = await read(context);
    const ids = new Map((await rows(context)).map((row) => [row.key, row.id]));
    const calendars = await calendarKeys(context);
    for (const [key, { calendar, closed, ...same }] of Object.entries(content)) {
      const calendarId = calendars.get(calendar)!;
      const id = ids.get(key);
      if (!id) {
        const { id: centreId } = await firstCentre(context);
        await addDepartment(context, { ...same, calendarId, key, centreId, id: newId<'department'>(context.now) });
      } else if (!isSame(now[key], content[key]))
        await changeDepartment(context, id, { ...same, calendarId, closed, why, seen: await seenOf(context, id) });
    }
  },
  shipped: (pack) =>
    Object.fromEntries(
      pack.departments.map(({ key, ...one }) => [
        key,
        { name: one.name, calendar: one.calendar, phone: null, outsideFirm: one.outsideFirm ?? false, closed: false },
      ]),
    ),
});

/** The version a change is made on: its row is locked by the command a moment later, in the same transaction. */
export async function seenOf({ tx }: Context, id: string): Promise<number> {
  const row = await tx
    .selectFrom('event')
    .select((e) => e.fn.max('seq').as('seq'))
    .where('subject_id', '=', id)
    .executeTakeFirst();
  return row?.seq ?? 0;
}
