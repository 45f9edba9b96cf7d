import { sql } from 'kysely';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';

/** The zone that "today" and "this month" are said in: the centre's of whoever asks. */
export async function zoneOf(context: Context): Promise<string> {
  const centreId = context.actor.posts[0]?.centreId;
  const centre = await context.tx
    .selectFrom('centre')
    .select('zone')
    .$if(centreId !== undefined, (query) => query.where('id', '=', centreId!))
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow();
  return centre.zone;
}

/** Where a local day begins: `days` from the one that holds `at`. */
export async function startOfDay(context: Context, at: Instant = context.now, days = 0): Promise<Instant> {
  const zone = await zoneOf(context);
  const answer = await sql<{ at: Instant }>`
    select ((date_trunc('day', ${at}::timestamptz at time zone ${zone}) + make_interval(days => ${days}::int)) at time zone ${zone}) as at`.execute(
    context.tx,
  );
  return answer.rows[0]!.at;
}

export function endOfDay(context: Context): Promise<Instant> {
  return startOfDay(context, context.now, 1);
}
