import type { Updateable } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Chat } from '../chat.ts';
import { NOBODY_ASKED } from '../chat.ts';
import { chatInQueue } from '../facts.ts';
import type { ChatTable } from '../table.ts';
import { offerWaiting } from './offer-chats.ts';

/** What becomes of the chat when its conversation moves; of a conversation that is no chat, nothing. Its row is locked. */
async function follow(
  context: Context,
  id: Id<'conversation'>,
  change: (chat: Chat) => Updateable<ChatTable> | null,
): Promise<void> {
  const chat = await chatInQueue(context, id);
  const changed = chat ? change(chat) : null;
  if (changed === null) return;
  await context.tx.updateTable('chat').set(changed).where('conversation_id', '=', id).execute();
  await offerWaiting(context);
}

/** Somebody has it, however he came to it; or nobody again, and it stands where it stood in the queue. */
export async function followTaken(context: Context, id: Id<'conversation'>, toId: Id<'person'> | null): Promise<void> {
  if (toId !== null)
    await context.tx
      .updateTable('chat_agent')
      .set({ idle_since: context.now })
      .where('person_id', '=', toId)
      .where((e) => e.exists(e.selectFrom('chat').select('conversation_id').where('conversation_id', '=', id)))
      .execute();
  await follow(context, id, ({ phase, taken_at, queued_at }) => {
    if (phase === 'ended') return null;
    if (toId !== null) return { ...NOBODY_ASKED, phase: 'on', taken_at: taken_at ?? context.now };
    return { ...NOBODY_ASKED, phase: 'waiting', queued_at: queued_at ?? context.now };
  });
}

export async function followClosed(context: Context, id: Id<'conversation'>, by: 'visitor' | 'us'): Promise<void> {
  await follow(context, id, ({ phase }) =>
    phase === 'ended' ? null : { ...NOBODY_ASKED, phase: 'ended', ended_at: context.now, ended_by: by },
  );
}

/** Closed by mistake: whoever has it has it again. */
export async function followReopened(
  context: Context,
  id: Id<'conversation'>,
  ownerId: Id<'person'> | null,
): Promise<void> {
  await follow(context, id, ({ phase }) =>
    phase === 'ended' ? { phase: ownerId === null ? 'left' : 'on', ended_at: null, ended_by: null } : null,
  );
}
