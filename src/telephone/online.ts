import { sql } from 'kysely';
import type { z } from 'zod';
import { OWED_AS } from '../conversation/conversation.ts';
import { inSight } from '../conversation/list.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { periodOf } from '../kernel/working-time/period.ts';
import { centres, named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import type { boardOut } from './board-view.ts';

type Online = z.input<typeof boardOut>['online'];
type Waiting = {
  id: string;
  who: string;
  channel: string;
  owner_id: Id<'person'> | null;
  since: Instant;
  late: boolean;
  waits: number;
};

const MOST = 20;

/** Who waits for an answer in writing and for how long, and how long those waited who have one today (CHAN-16). */
export async function onlineNow(context: Context, centreId: Id<'centre'>): Promise<Online> {
  const { rows } = await sql<Waiting>`
    select c.id, coalesce(u.name, nullif(c.correspondent_name, ''), c.correspondent) as who, h.name as channel, c.owner_id,
      c.waiting_since as since, count(*) over ()::int as waits,
      exists (select from commitment o where o.subject_id = c.id and o.kind = ${OWED_AS} and o.settled_at is null
        and o.due_at < ${context.now}) as late
    from conversation c join channel h on h.id = c.channel_id left join customer u on u.id = c.customer_id
    where c.waiting_since is not null and c.centre_id = ${centreId} and ${inSight(context)}
    order by c.waiting_since, c.id limit ${MOST}`.execute(context.tx);
  const names = await personNames(context);
  return {
    waiting: rows.map(({ id, who, channel, owner_id, since, late }) => ({
      id,
      who,
      channel,
      owner: named(names, owner_id),
      since,
      late,
    })),
    waits: rows[0]?.waits ?? 0,
    ...(await answeredToday(context, centreId)),
  };
}

async function answeredToday(
  context: Context,
  centreId: Id<'centre'>,
): Promise<Pick<Online, 'answered' | 'inTime' | 'waitSeconds'>> {
  const { from } = periodOf('day', (await centres(context)).get(centreId)!.zone, context.now);
  const { rows } = await sql<{ answered: number; in_time: number; wait: number | null }>`
    select count(*)::int as answered, count(*) filter (where o.outcome = 'kept')::int as in_time,
      round(extract(epoch from avg(o.settled_at - o.started_at)))::int as wait
    from commitment o join conversation c on c.id = o.subject_id
    where o.kind = ${OWED_AS} and o.centre_id = ${centreId} and o.outcome in ('kept', 'late') and o.settled_at >= ${from}
      and ${inSight(context)}`.execute(context.tx);
  const { answered, in_time: inTime, wait } = rows[0]!;
  return { answered, inTime, waitSeconds: wait };
}
