import { formerOf } from '../../kernel/former.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { NotFound } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockBody } from '../facts.ts';
import type { WriteContact } from '../inputs.ts';
import { keepBefore } from './keep-before.ts';

/** Whom one knows at a body: somebody new, or somebody known who is something else there now, or has gone. */
export async function writeContact(
  context: Context,
  bodyId: Id<'liaison_body'>,
  { id = newId<'liaison_contact'>(context.now), ended, ...input }: WriteContact,
): Promise<Id<'liaison_contact'>> {
  const body = await lockBody(context, bodyId);
  orForbid(can(context.actor, 'liaison.log', { centreId: body.centre_id }));
  const known = await context.tx.selectFrom('liaison_contact').selectAll().where('id', '=', id).executeTakeFirst();
  if (known && known.body_id !== bodyId) throw new NotFound('liaison.contact_unknown');
  const next = { ...input, ended_at: ended ? (known?.ended_at ?? context.now) : null };
  if (known) {
    await keepBefore(context, id, { ...formerOf(known, next) });
    await context.tx.updateTable('liaison_contact').set(next).where('id', '=', id).execute();
  } else
    await context.tx
      .insertInto('liaison_contact')
      .values({ id, body_id: bodyId, ...next })
      .execute();
  await record(context, {
    subject: { type: 'liaison_body', id: bodyId },
    type: known ? 'liaison_body.contact_changed' : 'liaison_body.contact_added',
    data: { contact: id },
  });
  return id;
}
