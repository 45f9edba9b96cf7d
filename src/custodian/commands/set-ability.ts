import type { Id } from '../../kernel/id.ts';
import { NotFound, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orNoSpecialist, specialists } from '../facts.ts';
import type { SetAbility } from '../inputs.ts';

/** How much a specialist can take beside the others, with the reason; what was said before is kept (ASGN-01). */
export async function setAbility(context: Context, id: Id<'person'>, input: SetAbility): Promise<void> {
  orForbid(can(context.actor, 'customer.assign', { centreId: await centreOf(context) }));
  const there = await context.tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!there) throw new NotFound('person.unknown');
  await orNoSpecialist(context, [{ id, path: 'id' }]);
  const { version } = (await specialists(context)).find((one) => one.id === id)!;
  if (version !== input.seen) throw new Stale('stale', { seen: input.seen, version });
  await context.tx
    .insertInto('specialist_ability')
    .values({
      person_id: id,
      version: version + 1,
      percent: input.percent,
      why: input.why,
      by_id: actingPerson(context),
      at: context.now,
    })
    .execute();
  await record(context, {
    subject: { type: 'person', id },
    type: 'person.ability_said',
    data: { percent: input.percent },
  });
}
