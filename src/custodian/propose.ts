import { sql } from 'kysely';
import type { z } from 'zod';
import { classNamed, customerClasses, ownClass } from '../customer-class/facts.ts';
import type { Id } from '../kernel/id.ts';
import { Refused } from '../kernel/refusal.ts';
import { can, orForbid } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { centreOf } from '../organisation/queries.ts';
import type { Context } from '../platform/context.ts';
import { MOST_AT_ONCE } from './custodian.ts';
import type { Specialist } from './facts.ts';
import { custodianNow, inSight, orNoSpecialist, specialists } from './facts.ts';
import type { Propose } from './inputs.ts';
import { shareOut } from './share-out.ts';
import type { proposalOut } from './view.ts';

type Row = { id: Id<'customer'>; name: string; class: string | null; now: Id<'person'> | null };

/**
 * A distribution in which the number of customers is balanced by what each specialist can take, and as few as possible change hands
 * (ASGN-01). Of very many only the first by name; the others once these are given. Writes nothing.
 */
export async function propose(context: Context, input: Propose): Promise<z.input<typeof proposalOut>> {
  orForbid(can(context.actor, 'customer.assign', { centreId: await centreOf(context) }));
  await orNoSpecialist(
    context,
    (input.people ?? []).map((id, at) => ({ id, path: `people.${at}` })),
  );
  const all = await specialists(context);
  const among = input.people ? all.filter(({ id }) => input.people!.includes(id)) : all;
  if (among.length === 0) throw new Refused('custodian.nobody_to_give_to');
  const found = await customersOf(context, input, among);
  const customers = found.slice(0, MOST_AT_ONCE);
  const went = shareOut(customers, among);
  const [names, classes] = [await personNames(context), await customerClasses(context)];
  const moved = customers.filter(({ id, now }) => went.has(id) && went.get(id) !== now);
  return {
    more: found.length > customers.length,
    lines: moved.map((one) => ({
      customer: { id: one.id, name: one.name },
      class: classNamed(classes, one.class),
      from: named(names, one.now),
      to: named(names, went.get(one.id)!),
    })),
    specialists: among.map(({ id, name, percent, has }) => ({
      person: { id, name },
      percent,
      before: has,
      after: has + moved.filter((one) => went.get(one.id) === id).length - moved.filter(({ now }) => now === id).length,
    })),
  };
}

/** Whom it is about: those nobody has; or everybody, of whom only those are moved who are one of the specialists named. */
async function customersOf(context: Context, input: Propose, among: readonly Specialist[]): Promise<Row[]> {
  const now = custodianNow(sql`c.id`);
  const theirs = sql`${now} = any(${among.map(({ id }) => id)}::uuid[])`;
  const everybody = input.people ? sql`(${now} is null or ${theirs})` : sql`true`;
  const whom = input.whom === 'all' ? everybody : sql`${now} is null`;
  const { rows } = await sql<Row>`
    select c.id, c.name, ${ownClass(sql`c.id`)} as class, ${now} as now
    from customer c where ${inSight(context, input.class)} and ${whom} ${input.kind ? sql`and c.kind = ${input.kind}` : sql``}
    order by c.name, c.id limit ${MOST_AT_ONCE + 1}`.execute(context.tx);
  return rows;
}
