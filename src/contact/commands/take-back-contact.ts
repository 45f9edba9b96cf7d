import { NotFound, orRefuse, refusal } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';

/** A touch that a file brought in and that nothing has followed is taken out again. Refuses one that is tied to a matter by now. */
export async function takeBackContact(context: Context, id: string): Promise<void> {
  const { tx } = context;
  const contact = await tx
    .selectFrom('contact')
    .select(['id', 'by_id', 'centre_id'])
    .where('id', '=', id as never)
    .forUpdate()
    .executeTakeFirst();
  if (!contact) throw new NotFound('contact.unknown');
  const { by_id: by, centre_id: centreId } = contact;
  orForbid(can(context.actor, 'contact.record', { people: [by, context.actor.personId], departments: [], centreId }));
  const tied = await tx.selectFrom('contact_ticket').select('ticket_id').where('contact_id', '=', contact.id).execute();
  orRefuse(tied.length > 0 ? refusal('import.matters_followed', { n: tied.length }) : null);
  await tx.deleteFrom('contact').where('id', '=', contact.id).execute();
  await record(context, { subject: { type: 'contact', id: contact.id }, type: 'contact.taken_back' });
}
