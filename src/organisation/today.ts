import type { Id } from '../kernel/id.ts';
import { epochOf } from '../kernel/time.ts';
import { dateOf } from '../kernel/working-time/date.ts';
import { localDay, zoneClock } from '../kernel/working-time/zone.ts';
import type { Context } from '../platform/context.ts';

/** Today's date where a centre stands. */
export async function todayIn(context: Pick<Context, 'tx' | 'now'>, centreId: Id<'centre'>): Promise<string> {
  const centre = await context.tx
    .selectFrom('centre')
    .select('zone')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  const year = Number(context.now.slice(0, 4));
  return dateOf(localDay(zoneClock(centre.zone, year, year), epochOf(context.now)));
}
