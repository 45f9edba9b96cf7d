import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { lockPlace } from '../../place/facts.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { followUnits } from '../../round/commands/begin-rounds.ts';
import { factsOf } from '../facts.ts';
import type { ListVacant } from '../inputs.ts';
import { whyNotVacant } from '../vacancy.ts';

/**
 * A unit goes on the list of vacant units, and its inspections begin (PTRL-06). By whoever keeps who lives where. The same id again
 * lists nothing twice.
 */
export async function listVacant(context: Context, input: ListVacant): Promise<Id<'vacancy'>> {
  const id = input.id ?? newId<'vacancy'>(context.now);
  const place = await lockPlace(context, input.placeId);
  orForbid(can(context.actor, 'customer.edit', { centreId: place.centre_id }));
  if (await context.tx.selectFrom('vacancy').select('id').where('id', '=', id).executeTakeFirst()) return id;
  orRefuse(whyNotVacant(place, await factsOf(context, place), input.since));
  await context.tx
    .insertInto('vacancy')
    .values({
      id,
      place_id: place.id,
      centre_id: place.centre_id,
      since: input.since,
      reason: input.reason,
      note: input.note,
      listed_by_id: actingPerson(context),
      listed_at: context.now,
    })
    .execute();
  await record(context, {
    subject: { type: 'place', id: place.id },
    type: 'place.vacated',
    data: { vacancy: id, since: input.since, reason: input.reason },
  });
  await followUnits(context);
  return id;
}
