import { sql } from 'kysely';
import type { z } from 'zod';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { DAY, plus } from '../kernel/time.ts';
import { can } from '../organisation/can.ts';
import type { Names } from '../organisation/house.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { custodianNow, inSight, specialists } from './facts.ts';
import type { CustodiansQuery } from './inputs.ts';
import type { custodiansOut, CustodiansView } from './view.ts';

/** So far back it is counted where nothing else is said. */
const USUALLY = 30 * DAY;

type Counts = { id: Id<'person'>; open: number; late: number; kept: number; missed: number; due: number };

/** Each specialist with what he can take, what he has and owes, and how many contacts he kept and missed in a period (ASGN-01, ASGN-02). */
export async function custodians(context: Context, query: CustodiansQuery): Promise<z.input<typeof custodiansOut>> {
  const until = query.until ?? context.now;
  const from = query.from ?? plus(until, -USUALLY);
  const all = await specialists(context);
  const given = all.reduce((sum, { has }) => sum + has, 0);
  const able = all.reduce((sum, { percent }) => sum + percent, 0);
  const counts = await countsIn(context, from, until);
  const abilities = await abilitiesOf(context, await personNames(context));
  const none = { open: 0, late: 0, kept: 0, missed: 0, due: 0 };
  return {
    items: all.map(({ id, name, percent, version, has }) => {
      const { id: _, ...counted } = counts.get(id) ?? { id, ...none };
      return {
        person: { id, name },
        percent,
        version,
        customers: has,
        share: Math.round((10 * given * percent) / able) / 10,
        ...counted,
        abilities: abilities.get(id) ?? [],
      };
    }),
    given,
    without: await countWithout(context),
    from,
    until,
    can: { assign: can(context.actor, 'customer.assign', {}) },
  };
}

/** What is open now, and what fell due in the period: kept by when it was made, missed where its time passed before. */
async function countsIn({ tx, now }: Context, from: Instant, until: Instant): Promise<Map<Id<'person'>, Counts>> {
  const inPeriod = sql`x.dropped_at is null and o.due_at >= ${from}::timestamptz and o.due_at < ${until}::timestamptz`;
  const { rows } = await sql<Counts>`
    select x.person_id as id,
      count(*) filter (where o.settled_at is null)::int as open,
      count(*) filter (where o.settled_at is null and o.due_at < ${now}::timestamptz)::int as late,
      count(*) filter (where ${inPeriod} and o.outcome = 'kept')::int as kept,
      count(*) filter (where ${inPeriod} and (o.outcome = 'late' or (o.settled_at is null and o.due_at < ${now}::timestamptz)))::int as missed,
      count(*) filter (where ${inPeriod})::int as due
    from custodian_contact x join commitment o on o.subject_id = x.id group by x.person_id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

async function countWithout(context: Context): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from customer c where ${inSight(context)} and ${custodianNow(sql`c.id`)} is null`.execute(
    context.tx,
  );
  return rows[0]!.n;
}

async function abilitiesOf(
  { tx }: Context,
  names: Names,
): Promise<Map<Id<'person'>, CustodiansView['items'][number]['abilities']>> {
  const rows = await tx.selectFrom('specialist_ability').selectAll().orderBy('version', 'desc').execute();
  const said = new Map<Id<'person'>, CustodiansView['items'][number]['abilities']>();
  for (const { person_id: id, percent, why, by_id, at } of rows)
    said.set(id, [...(said.get(id) ?? []), { percent, why, by: named(names, by_id), at }]);
  return said;
}
