import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';
import type { Plan } from './facts.ts';
import type { PlanContent } from './plan.ts';

/** What one round of a plan is of: a vacant unit, a tenant in his unit, or neither. */
export type Subject = { place_id: Id<'place'> | null; customer_id: Id<'customer'> | null };

type Over = NonNullable<PlanContent['over']>;

/** Whoever rents a unit of the centre on this day. */
const tenants = (centreId: Id<'centre'>, today: string) => sql`
  select distinct h.place_id, h.customer_id from customer_place h
  join place p on p.id = h.place_id join customer c on c.id = h.customer_id
  where h.relation = 'tenant' and p.centre_id = ${centreId} and p.closed_at is null and c.erased_at is null
    and (h.since is null or h.since <= ${today}::date) and (h.until is null or h.until >= ${today}::date)`;

const vacantUnits = (centreId: Id<'centre'>) => sql`
  select v.place_id, null::uuid as customer_id from vacancy v where v.centre_id = ${centreId} and v.ended_at is null`;

async function wanted(context: Context, centreId: Id<'centre'>, over: Over | undefined): Promise<RawBuilder<unknown>> {
  if (over === undefined) return sql`select null::uuid as place_id, null::uuid as customer_id`;
  return over === 'vacant_units' ? vacantUnits(centreId) : tenants(centreId, await todayIn(context, centreId));
}

/**
 * What a round of a plan has to be begun of: that which has none yet, or none that lies ahead; `last` is when its last begins to be
 * owed. One statement, by `round_of_place` or `round_of_plan`. `anew`: as if none had been begun.
 */
export async function subjectsToBegin(
  context: Context,
  plan: Plan,
  anew: boolean,
): Promise<(Subject & { last: Instant | null })[]> {
  const { rows } = await sql<Subject & { last: Instant | null }>`
    select w.place_id, w.customer_id, ${anew ? sql`null` : sql`l.from_at`} as last
    from (${await wanted(context, plan.centre_id, plan.content.over)}) w
    left join lateral (select r.from_at from round r
      where r.plan_id = ${plan.id} and r.dropped_at is null and r.place_id is not distinct from w.place_id
        and r.customer_id is not distinct from w.customer_id order by r.due_at desc limit 1) l on true
    where ${anew} or l.from_at is null or l.from_at <= ${context.now}::timestamptz
    order by w.place_id, w.customer_id`.execute(context.tx);
  return rows;
}

/** Rounds not due yet and not walked of what is there no more: a unit that is occupied, a tenant who left. */
export async function roundsOfGone(context: Context, plan: Plan): Promise<Id<'round'>[]> {
  if (plan.content.over === undefined) return [];
  const { rows } = await sql<{ id: Id<'round'> }>`
    select r.id from round r
    where r.plan_id = ${plan.id} and r.done_at is null and r.dropped_at is null
      and r.due_at > ${context.now}::timestamptz
      and not exists (select from round_result x where x.round_id = r.id)
      and not exists (select from (${await wanted(context, plan.centre_id, plan.content.over)}) w
        where w.place_id = r.place_id and w.customer_id is not distinct from r.customer_id)`.execute(context.tx);
  return rows.map(({ id }) => id);
}
