import { dialled } from '../../kernel/text/dialled.ts';
import { newId } from '../../kernel/id.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { whyNotChangeCustomer } from '../customer.ts';
import { lockCustomer, thingOfCustomer } from '../facts.ts';
import { whyMasked } from '../phone.ts';

type Shown = { number: string; label: string; first: boolean };

/**
 * Shows the numbers of one customer whole to somebody who usually sees a part of them: for a reason, which is kept, and the
 * journal says who and when. Whoever sees them whole anyway is shown them without more ado.
 */
export async function unmaskPhones(context: Context, id: string, reason: string): Promise<Shown[]> {
  const customer = await lockCustomer(context, id);
  const thing = await thingOfCustomer(context, id);
  orForbid(can(context.actor, 'customer.see', thing));
  orRefuse(whyNotChangeCustomer(customer));
  if (whyMasked(context, thing)) {
    orForbid(can(context.actor, 'customer.unmask_phone', thing));
    const { tx, now } = context;
    const unmaskedId = newId<'phone_unmasked'>(now);
    const row = { id: unmaskedId, customer_id: customer.id, by_id: actingPerson(context), at: now, reason };
    await tx.insertInto('phone_unmasked').values(row).execute();
    await record(context, { subject: { type: 'customer', id }, type: 'customer.phone_unmasked', data: { unmaskedId } });
  }
  const phones = await context.tx
    .selectFrom('customer_phone')
    .select(['digits', 'label', 'first'])
    .where('customer_id', '=', customer.id)
    .orderBy('first', 'desc')
    .orderBy('digits')
    .execute();
  return phones.map(({ digits, ...phone }) => ({ number: dialled(digits), ...phone }));
}
