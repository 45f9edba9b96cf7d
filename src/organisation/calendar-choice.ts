import type { CalendarChoice } from '../commitment/rule.ts';
import type { Id } from '../kernel/id.ts';
import type { Tx } from '../platform/db.ts';

/** The key of the calendar that never closes; every pack brings it. */
export const ALWAYS = 'always';

/** Which calendar a limit's word means here: the centre's reception hours, the department's, or the one that never closes. */
export async function calendarFor(
  tx: Tx,
  choice: CalendarChoice,
  where: { centreId: Id<'centre'>; departmentId: Id<'department'> | null },
): Promise<Id<'calendar'>> {
  if (choice === 'department' && where.departmentId !== null) {
    const own = await tx
      .selectFrom('department')
      .select('calendar_id')
      .where('id', '=', where.departmentId)
      .executeTakeFirstOrThrow();
    return own.calendar_id;
  }
  if (choice === 'always') {
    const always = await tx.selectFrom('calendar').select('id').where('key', '=', ALWAYS).executeTakeFirstOrThrow();
    return always.id;
  }
  const centre = await tx
    .selectFrom('centre')
    .select('reception_calendar_id')
    .where('id', '=', where.centreId)
    .executeTakeFirstOrThrow();
  return centre.reception_calendar_id;
}
