import { sql } from 'kysely';
import { orUnseen } from '../../customer/list.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { customerClasses } from '../facts.ts';
import { whyNotClass } from '../customer-class.ts';
import type { Classify } from '../inputs.ts';

/**
 * Customers stand under a class of the house from now on, with whoever said so and why; how they stood before is kept (CUST-10). Its
 * standard holds for what begins with them from then on. Answers how many it changed: who stands there already is left alone.
 */
export async function classify(context: Context, input: Classify): Promise<number> {
  orForbid(can(context.actor, 'customer.assign', { centreId: await centreOf(context) }));
  const wrong = whyNotClass(await customerClasses(context), input.class);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const ids = await orUnknown(context, input.customerIds);
  await context.tx.selectFrom('customer').select('id').where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute();
  const { rows } = await sql<{ id: Id<'customer'> }>`
    insert into customer_class (customer_id, version, class, why, by_id, at)
    select x.id, coalesce(last.version, 0) + 1, ${input.class}, ${input.why}, ${actingPerson(context)}, ${context.now}
    from unnest(${ids}::uuid[]) as x (id)
    left join lateral (select version, class from customer_class k where k.customer_id = x.id
      order by version desc limit 1) last on true
    where last.class is distinct from ${input.class} returning customer_id as id`.execute(context.tx);
  await record(
    context,
    ...rows.map(({ id }) => ({
      subject: { type: 'customer' as const, id },
      type: 'customer.classified',
      data: { class: input.class },
    })),
  );
  return rows.length;
}

/** Those named, each of whom must be one the actor sees. */
async function orUnknown(context: Context, wanted: readonly Id<'customer'>[]): Promise<Id<'customer'>[]> {
  const ids = [...new Set(wanted)];
  await orUnseen(context, ids, (at) => `customerIds.${wanted.indexOf(ids[at]!)}`);
  return ids;
}
