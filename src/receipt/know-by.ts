import type { Instant } from '../kernel/time.ts';
import { epochOf, instantOf } from '../kernel/time.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import { midnight, zoneClock } from '../kernel/working-time/zone.ts';
import { centres } from '../organisation/house.ts';
import type { Kind } from '../pack/format.ts';
import type { Context } from '../platform/context.ts';
import type { Ticket } from '../ticket/ticket.ts';

/** When the day is over by which the households of a notice should have said that they know, where its centre stands. */
export async function lastMomentOf(
  context: Context,
  ticket: Ticket,
  { knowBy }: NonNullable<Kind['receipts']>,
): Promise<Instant> {
  const day = dayNumber(String(ticket.fields[knowBy]));
  if (day === null) return context.now;
  const year = Number(String(ticket.fields[knowBy]).slice(0, 4));
  const { zone } = (await centres(context)).get(ticket.centre_id)!;
  const over = midnight(zoneClock(zone, year, year + 1), day + 1);
  return instantOf(Math.max(over, epochOf(context.now)) as typeof over);
}
