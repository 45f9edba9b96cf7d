import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { withOwnHands } from '../auth.ts';

/** Ends one of a person's own tokens. Ending what has ended already is no mistake. */
export async function endToken(context: Context, tokenId: Id<'token'>): Promise<void> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  const { tx } = context;
  await tx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst();
  const ended = await tx
    .deleteFrom('personal_token')
    .where('id', '=', tokenId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (Number(ended.numDeletedRows) === 0) return;
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.token_ended', data: { tokenId } });
}
