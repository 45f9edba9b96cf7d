import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { extensionInput } from '../inputs.ts';

/** Says whose phone that is; null: he has none any more. One phone each, one person a phone. */
export async function giveExtension(
  context: Context,
  personId: Id<'person'>,
  phone: z.output<typeof extensionInput>['phone'],
): Promise<void> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const { tx } = context;
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('left_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!person) throw new NotFound('person.unknown');
  await tx.deleteFrom('extension').where('person_id', '=', personId).execute();
  if (phone) {
    const { systemId, number, endpoint } = phone;
    const system = await tx
      .selectFrom('telephone_system')
      .select('id')
      .where('id', '=', systemId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!system) throw new NotFound('telephone.system_unknown');
    const twin = await tx
      .selectFrom('extension')
      .select('person_id')
      .where('system_id', '=', systemId)
      .where((e) => e.or([e('number', '=', number), e('endpoint', '=', endpoint)]))
      .executeTakeFirst();
    if (twin) throw new Refused('telephone.phone_taken');
    await tx.insertInto('extension').values({ person_id: personId, system_id: systemId, number, endpoint }).execute();
  }
  await record(context, {
    subject: { type: 'person', id: personId },
    type: 'person.phone_given',
    data: { system: phone?.systemId ?? null },
  });
}
