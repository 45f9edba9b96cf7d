import type { CalendarChoice } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/tx.ts';
import { calendarKeys, centres, departments } from './house.ts';

/** The key of the calendar that never closes; every pack brings it. */
export const ALWAYS = 'always';

/** Which calendar a limit's word means here: the centre's reception hours, the department's, or the one that never closes. */
export async function calendarFor(
  tx: Tx,
  choice: CalendarChoice,
  where: { centreId: Id<'centre'>; departmentId: Id<'department'> | null },
): Promise<Id<'calendar'>> {
  if (choice === 'department' && where.departmentId !== null) {
    const own = (await departments({ tx })).get(where.departmentId);
    if (!own) throw new Error(`there is no department ${where.departmentId}`);
    return own.calendar_id;
  }
  if (choice === 'always') {
    const always = (await calendarKeys({ tx })).get(ALWAYS);
    if (!always) throw new Error('there is no calendar that never closes');
    return always;
  }
  const centre = (await centres({ tx })).get(where.centreId);
  if (!centre) throw new Error(`there is no centre ${where.centreId}`);
  return centre.reception_calendar_id;
}
