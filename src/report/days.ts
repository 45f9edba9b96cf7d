import { Temporal } from '../kernel/temporal.ts';
import type { Instant } from '../kernel/time.ts';
import { instantOf } from '../kernel/time.ts';
import { centres, firstCentre } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';

/** The zone that "today" and "this month" are said in: the centre's of whoever asks. */
export async function zoneOf(context: Context): Promise<string> {
  const own = context.actor.posts[0]?.centreId;
  const centre = own === undefined ? undefined : (await centres(context)).get(own);
  return (centre ?? (await firstCentre(context))).zone;
}

/** Where a local day begins: `days` from the one that holds `at`. */
export async function startOfDay(context: Context, at: Instant = context.now, days = 0): Promise<Instant> {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(await zoneOf(context));
  return instantOf(there.add({ days }).startOfDay().epochMilliseconds);
}

export function endOfDay(context: Context): Promise<Instant> {
  return startOfDay(context, context.now, 1);
}
