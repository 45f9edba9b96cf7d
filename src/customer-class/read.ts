import { sql } from 'kysely';
import type { z } from 'zod';
import { commitmentNames } from '../commitment/names.ts';
import { customerById, thingOfCustomer } from '../customer/facts.ts';
import type { Id } from '../kernel/id.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import type { Context } from '../platform/context.ts';
import { sightOf } from '../search/sight.ts';
import { classAt, classNamed, customerClasses, ownClass } from './facts.ts';
import type { CustomerClass } from './standard.ts';
import type { classesOut, classOfCustomerOut } from './view.ts';

/** The classes of the house with the standard of each, and how many customers stand under it. */
export async function listClasses(context: Context): Promise<z.input<typeof classesOut>> {
  const sight = sightOf(context, 'customer', { id: 'c.id', centre: null });
  const { rows } = sight
    ? await sql<{ class: string | null; n: number }>`
        select ${ownClass(sql`c.id`)} as class, count(*)::int as n
        from customer c where c.erased_at is null and ${sight} group by 1`.execute(context.tx)
    : { rows: [] };
  const counted = (key: string | null) => rows.find((row) => row.class === key)?.n ?? 0;
  const said = await standardSaid(context);
  return {
    items: (await customerClasses(context)).map((one) => ({ ...said(one), customers: counted(one.key) })),
    without: counted(null),
    can: { classify: can(context.actor, 'customer.assign', {}) },
  };
}

async function standardSaid(context: Context) {
  const nameOf = await commitmentNames(context);
  return ({ limits, ...one }: CustomerClass) => ({
    ...one,
    limits: limits.map(({ owed, urgency = null, limit }) => ({ owed, name: nameOf(owed), urgency, limit })),
  });
}

/** Under which class a customer stands, by whom, with which standard, and how he stood before. */
export async function readClassOf(context: Context, id: Id<'customer'>): Promise<z.input<typeof classOfCustomerOut>> {
  await customerById(context.tx, id);
  const thing = await thingOfCustomer(context, id);
  orForbid(can(context.actor, 'customer.see', thing));
  const classes = await customerClasses(context);
  const standing = await classAt(context, id, context.now);
  const of = standing && standing.customerId !== id ? await customerById(context.tx, standing.customerId) : null;
  const found = classes.find(({ key }) => key === standing?.class);
  const rows = await context.tx
    .selectFrom('customer_class')
    .selectAll()
    .where('customer_id', '=', id)
    .orderBy('version', 'desc')
    .execute();
  const names = await personNames(context);
  return {
    class: found ? (await standardSaid(context))(found) : null,
    by: of && { id: of.id, name: of.name },
    history: rows.map((row) => ({
      class: classNamed(classes, row.class),
      why: row.why,
      by: named(names, row.by_id),
      at: row.at,
    })),
    can: { classify: can(context.actor, 'customer.assign', thing) },
  };
}
