import { sql } from 'kysely';
import type { z } from 'zod';
import { classNamed, customerClasses, ownClass } from '../customer-class/facts.ts';
import { customerById, thingOfCustomer } from '../customer/facts.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { cursorOf, page, readNameAndId } from '../platform/http/cursor.ts';
import { owedWith } from './contacts.ts';
import { whyNotYours } from './custodian.ts';
import { inSight } from './facts.ts';
import type { InChargeQuery } from './inputs.ts';
import type { custodianOfOut, InChargeLine, inChargesOut } from './view.ts';

type Row = {
  id: Id<'customer'>;
  name: string;
  class: string | null;
  person_id: Id<'person'> | null;
  from_at: Instant | null;
  last_at: Instant | null;
};

/** Customers by name, each with his class, whose he is, and what is owed with him. */
export async function listInCharge(context: Context, query: InChargeQuery): Promise<z.input<typeof inChargesOut>> {
  const wanted = [inSight(context, query.class)];
  if (query.q) wanted.push(sql`strpos(lower(c.name), lower(${query.q})) > 0`);
  if (query.person) wanted.push(sql`u.person_id = ${query.person}`);
  if (query.without) wanted.push(sql`u.id is null`);
  const after = readNameAndId(query.after);
  if (after) wanted.push(sql`(c.name, c.id) > (${after.name}, ${after.id}::uuid)`);
  const { rows } = await sql<Row>`
    select c.id, c.name, ${ownClass(sql`c.id`)} as class, u.person_id, u.from_at,
      (select max(k.at) from contact k where k.customer_id = c.id and k.at <= ${context.now}::timestamptz) as last_at
    from customer c left join custodian u on u.customer_id = c.id and u.until_at is null
    where ${sql.join(wanted, sql` and `)} order by c.name, c.id limit ${query.limit + 1}`.execute(context.tx);
  const owed = await owedWith(
    context,
    rows.map(({ id }) => id),
  );
  const [names, classes] = [await personNames(context), await customerClasses(context)];
  const assign = can(context.actor, 'customer.assign', {});
  return {
    ...page(
      rows,
      query.limit,
      (row): InChargeLine => ({
        customer: { id: row.id, name: row.name },
        class: classNamed(classes, row.class),
        person: named(names, row.person_id),
        since: row.from_at,
        lastContactAt: row.last_at,
        owed: owed.get(row.id) ?? null,
      }),
      (row) => cursorOf(row.name, row.id),
    ),
    can: { assign, classify: assign },
  };
}

/** Whose a customer is and was, and what is owed with him. */
export async function custodianOf(context: Context, id: Id<'customer'>): Promise<z.input<typeof custodianOfOut>> {
  await customerById(context.tx, id);
  const thing = await thingOfCustomer(context, id);
  orForbid(can(context.actor, 'customer.see', thing));
  const rows = await context.tx
    .selectFrom('custodian')
    .selectAll()
    .where('customer_id', '=', id)
    .orderBy('from_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const names = await personNames(context);
  const now = rows.find((row) => row.until_at === null);
  const owed = (await owedWith(context, [id])).get(id) ?? null;
  return {
    person: now ? named(names, now.person_id) : null,
    owed,
    history: rows.map((row) => ({
      person: named(names, row.person_id),
      from: row.from_at,
      until: row.until_at,
      by: named(names, row.by_id),
      why: row.why,
      endedAs: row.ended_as,
    })),
    can: {
      give: can(context.actor, 'customer.assign', thing),
      ...(now && owed ? { record: whyNotYours(now, context.actor.personId) } : {}),
    },
  };
}
