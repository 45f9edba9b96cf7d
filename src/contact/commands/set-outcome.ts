import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import type { outcomeInput } from '../inputs.ts';

/** What came of a touch, once it is known (RECP-03): said by whoever received him, or for the whole centre. What was said before is kept. */
export async function setOutcome(
  context: Context,
  id: Id<'contact'>,
  input: z.output<typeof outcomeInput>,
): Promise<void> {
  const contact = await context.tx
    .selectFrom('contact')
    .select(['id', 'by_id', 'centre_id', 'at', 'ended_at', 'outcome'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!contact) throw new NotFound('contact.unknown');
  orForbid(
    can(context.actor, 'contact.record', { people: [contact.by_id], departments: [], centreId: contact.centre_id }),
  );
  if (contact.outcome !== '' && contact.outcome !== input.outcome)
    await keepFormer(context, contact.id, contact.outcome);
  const endedAt = input.endedAt === undefined ? contact.ended_at : happened(context, input.endedAt, contact.at);
  await context.tx
    .updateTable('contact')
    .set({ outcome: input.outcome, ended_at: endedAt })
    .where('id', '=', contact.id)
    .execute();
  await record(context, {
    subject: { type: 'contact', id: contact.id },
    type: 'contact.outcome_set',
    data: { endedAt },
  });
}

async function keepFormer(context: Context, contactId: Id<'contact'>, words: string): Promise<void> {
  await context.tx
    .insertInto('former_outcome')
    .values({
      id: newId<'former_outcome'>(context.now),
      contact_id: contactId,
      words,
      changed_by_id: actingPerson(context),
      changed_at: context.now,
    })
    .execute();
}
