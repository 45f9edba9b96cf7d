import { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Context } from '../platform/context.ts';
import { currentCalendar } from './calendars.ts';
import { calendarRulesShape } from './inputs.ts';
import { todayIn } from './today.ts';

const rules = calendarRulesShape.shape;

export const receptionOut = z.object({
  name: z.string().describe('Of the centre, as customers are told it'),
  phone: z.string().nullable().describe('Where customers call; null: none given'),
  complaintLine: z.string().nullable().describe('Open at any hour; null: none given'),
  address: z.string().nullable().describe('Where customers come; null: none given'),
  weekly: rules.weekly.describe('Hours per weekday, 1 is Monday; none: closed'),
  exceptions: rules.exceptions.describe('Days from today on that differ: holidays, make-up days'),
});

/** When and where a customer finds somebody: the reception hours as he is told them (RECP-01). */
export async function receptionOf(context: Context, centreId: Id<'centre'>): Promise<z.input<typeof receptionOut>> {
  const centre = await context.tx
    .selectFrom('centre')
    .select(['name', 'phone', 'complaint_line as complaintLine', 'address', 'reception_calendar_id'])
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  const { reception_calendar_id: calendarId, ...where } = centre;
  const { weekly, exceptions } = (await currentCalendar(context.tx, calendarId)).rules;
  const today = await todayIn(context, centreId);
  const shown = { weekly, exceptions: exceptions.filter(({ date }) => date >= today) };
  return { ...where, ...(shown as Pick<z.input<typeof receptionOut>, 'weekly' | 'exceptions'>) };
}
