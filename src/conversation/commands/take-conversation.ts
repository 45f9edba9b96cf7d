import type { z } from 'zod';
import { moveCommitments } from '../../commitment/commands/move-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { orNotHere } from '../../organisation/here.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Conversation } from '../conversation.ts';
import { OWED_AS } from '../conversation.ts';
import { lockOwn } from '../facts.ts';
import type { takeInput } from '../inputs.ts';

/** Says who answers: oneself, a colleague, or whoever takes it first. */
export async function takeConversation(
  context: Context,
  id: Id<'conversation'>,
  { personId }: z.output<typeof takeInput>,
): Promise<void> {
  const conversation = await lockOwn(context, id);
  if (personId !== null) await orNotHere(context.tx, [personId], 'personId');
  await takeIt(context, conversation, personId);
}

/** The same with one that is locked. What is owed is his from now on; nobody's stays with whoever it was owed by. */
export async function takeIt(
  context: Context,
  { id, owner_id: before }: Conversation,
  ownerId: Id<'person'> | null,
): Promise<void> {
  if (before === ownerId) return;
  await context.tx.updateTable('conversation').set({ owner_id: ownerId }).where('id', '=', id).execute();
  if (ownerId !== null) await moveCommitments(context, { subjectId: id, kinds: [OWED_AS], toId: ownerId });
  await record(context, {
    subject: { type: 'conversation', id },
    type: 'conversation.taken',
    data: { from: before, to: ownerId },
  });
}

/** Somebody left or is away: whoever takes over answers in his open conversations; says how many. */
export async function moveOpenConversations(
  context: Context,
  fromId: Id<'person'>,
  toId: Id<'person'>,
): Promise<number> {
  const open = await context.tx
    .selectFrom('conversation')
    .selectAll()
    .where('owner_id', '=', fromId)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  for (const conversation of open) await takeIt(context, conversation, toId);
  return open.length;
}
