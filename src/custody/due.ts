import type { Limit } from '../commitment/rule.ts';
import { dueOf } from '../commitment/deadline.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import { calendarFor } from '../organisation/calendar-choice.ts';
import { currentCalendar } from '../organisation/calendars.ts';
import type { Context } from '../platform/context.ts';

type Where = { centreId: Id<'centre'>; departmentId: Id<'department'> | null };

/** When a limit that begins at a moment runs out. */
export async function dueBy({ tx }: Context, limit: Limit, where: Where, from: Instant): Promise<Instant> {
  const calendar = await currentCalendar(tx, await calendarFor(tx, limit.calendar, where));
  const startedAt = epochOf(from);
  const { text: allowance, basis } = limit.allowance;
  return calendar.counting([startedAt], (compiled) =>
    instantOf(dueOf({ startedAt, allowance, basis, promisedFor: null, calendar: compiled, pauses: [] })),
  );
}
