import type { Id } from '../../kernel/id.ts';
import { orRefuse, refusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { lockPerson, orMayNotEdit } from '../facts.ts';

/**
 * Somebody who was entered by mistake and has never been here: as if he had not been added. Refuses who has a way to sign
 * in (`person.has_acted`): such a person leaves instead.
 */
export async function takeBackPerson(context: Context, personId: Id<'person'>): Promise<void> {
  const { tx } = context;
  await lockPerson(context, personId);
  await orMayNotEdit(context, personId);
  orRefuse((await hasActed(context, personId)) ? refusal('person.has_acted') : null);
  await tx.deleteFrom('person_post').where('person_id', '=', personId).execute();
  await tx.deleteFrom('person').where('id', '=', personId).execute();
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.taken_back' });
}

/** Without ever having had a way in, nobody has done anything; what he was given otherwise refers to him, and the database refuses. */
async function hasActed({ tx }: Context, id: Id<'person'>): Promise<boolean> {
  return (await tx.selectFrom('auth_account').select('id').where('user_id', '=', id).executeTakeFirst()) !== undefined;
}
