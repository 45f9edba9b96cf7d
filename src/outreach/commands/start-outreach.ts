import { sql } from 'kysely';
import { customersFitting } from '../../customer/list.ts';
import { newId } from '../../kernel/id.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import { placeById } from '../../place/facts.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import type { Preview, Start } from '../inputs.ts';
import { MOST_SELECTED, whyNotWords } from '../outreach.ts';
import { GO_ON_OUTREACH } from './go-on.ts';

/** Whom it goes to: those that fit, or those named, of whom each must be one the actor sees. */
export async function selected(context: Context, { filters, customerIds }: Preview): Promise<Id<'customer'>[]> {
  if (filters.place !== undefined) await placeById(context.tx, filters.place);
  const all = await customersFitting(context, filters, { most: MOST_SELECTED + 1, among: customerIds });
  if (all.length > MOST_SELECTED) throw new Refused('outreach.too_many', { most: MOST_SELECTED });
  if (!customerIds) return all;
  const seen = new Set<string>(all);
  const unknown = customerIds.findIndex((id) => !seen.has(id));
  if (unknown >= 0) throw new Invalid('customer.unknown', { path: `customerIds.${unknown}` });
  return [...new Set(customerIds)];
}

/**
 * Begins contacts of relationship care with one customer or a selected group (CHAN-24). Each is reached in his turn, by the way he wants
 * then; the same id again starts nothing twice.
 */
export async function startOutreach(context: Context, input: Start): Promise<Id<'outreach'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'outreach'>(now);
  if (await tx.selectFrom('outreach').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const [by, centreId] = [actingPerson(context), await centreOf(context)];
  orForbid(can(context.actor, 'outreach.send', { centreId }));
  const wrong = whyNotWords(input);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  const callerId = input.callerId ?? by;
  await orNotHere(tx, [callerId], 'callerId');
  const customers = await selected(context, input);
  if (customers.length === 0) throw new Refused('outreach.nobody');
  await tx
    .insertInto('outreach')
    .values({
      id,
      centre_id: centreId,
      name: input.name,
      subject: json(input.subject),
      text: json(input.text),
      filters: json(input.customerIds ? null : input.filters),
      per_hour: input.perHour,
      caller_id: callerId,
      state: 'going',
      by_id: by,
      at: now,
      ended_at: null,
    })
    .execute();
  await nameEach(context, id, customers);
  await afterwards(context, GO_ON_OUTREACH, id, { outreach: id }, now);
  await record(context, {
    subject: { type: 'outreach', id },
    type: 'outreach.started',
    data: { customers: customers.length, perHour: input.perHour, caller: callerId },
  });
  return id;
}

/** Each of them waits for his turn. */
async function nameEach({ tx, now }: Context, id: Id<'outreach'>, customers: readonly Id<'customer'>[]): Promise<void> {
  const ids = customers.map(() => newId<'outreach_contact'>(now));
  await sql`
    insert into outreach_contact (id, outreach_id, customer_id, state)
    select x.id, ${id}, x.customer, 'waiting' from unnest(${ids}::uuid[], ${customers}::uuid[]) as x (id, customer)`.execute(
    tx,
  );
}
