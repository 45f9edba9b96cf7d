import type { Conversation } from '../../../conversation/conversation.ts';
import { takeIt } from '../../../conversation/commands/take-conversation.ts';
import type { Id } from '../../../kernel/id.ts';
import { plus } from '../../../kernel/time.ts';
import { can, orForbid } from '../../../organisation/can.ts';
import type { Context } from '../../../platform/context.ts';
import { actingPerson } from '../../../platform/context.ts';
import type { AWAY_REASONS, AwayBecause } from '../chat.ts';
import { GRACE } from '../chat.ts';
import { lockQueue } from '../facts.ts';
import { offerWaiting } from './offer-chats.ts';

/** He takes chats from now on. */
export async function takeChats(context: Context): Promise<void> {
  orForbid(can(context.actor, 'conversation.answer', {}));
  const { tx, now } = context;
  const personId = actingPerson(context);
  await lockQueue(context);
  const ready = { state: 'ready' as const, reason: null, since: now, seen_at: now };
  await tx
    .insertInto('chat_agent')
    .values({ ...ready, person_id: personId, idle_since: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(ready))
    .execute();
  said(context, personId);
  await offerWaiting(context);
}

/** He takes none for now. What he is busy with he ends where he only wraps up; else it goes back into the queue. */
export async function takeNoChats(context: Context, reason: (typeof AWAY_REASONS)[number]): Promise<void> {
  const personId = actingPerson(context);
  const conversations = reason === 'wrap_up' ? [] : await lockConversationsOf(context, personId);
  await lockQueue(context);
  await goAway(context, personId, reason, conversations);
}

/** His screen has been gone for longer than a hiccup: what he has goes back. Nothing happens where it has come back meanwhile. */
export async function agentGone(context: Context, personId: Id<'person'>): Promise<void> {
  const conversations = await lockConversationsOf(context, personId);
  await lockQueue(context);
  const gone = await context.tx
    .selectFrom('chat_agent')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('reason', 'is distinct from', 'gone')
    .where('seen_at', '<', plus(context.now, -GRACE))
    .executeTakeFirst();
  if (!gone) return;
  await goAway(context, personId, 'gone', conversations);
}

/** Away; what he gives back, and what he was asked to take, others are asked about. Under the lock of the queue. */
async function goAway(
  context: Context,
  personId: Id<'person'>,
  because: AwayBecause,
  givenBack: readonly Conversation[],
): Promise<void> {
  await setAway(context, personId, because);
  for (const conversation of givenBack) await takeIt(context, conversation, null);
  await askNoMore(context, personId);
  await offerWaiting(context);
}

/** Under the lock of the queue. */
export async function setAway(context: Context, personId: Id<'person'>, reason: AwayBecause): Promise<void> {
  const { tx, now } = context;
  const away = { state: 'away' as const, reason, since: now };
  await tx
    .insertInto('chat_agent')
    .values({ ...away, person_id: personId, seen_at: now, idle_since: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(away))
    .execute();
  said(context, personId);
}

/** What he was asked to take waits for another. */
async function askNoMore({ tx, signals }: Context, personId: Id<'person'>): Promise<void> {
  const asked = await tx
    .updateTable('chat')
    .set({ offered_to_id: null, offer_ends_at: null })
    .where('offered_to_id', '=', personId)
    .returning('conversation_id')
    .execute();
  for (const { conversation_id: id } of asked) signals.changed.set(id, 'conversation');
}

/** The chats he has now, locked in one order. */
async function lockConversationsOf({ tx }: Context, personId: Id<'person'>) {
  return tx
    .selectFrom('conversation')
    .selectAll()
    .where('owner_id', '=', personId)
    .where('closed_at', 'is', null)
    .where((e) =>
      e.exists(
        e
          .selectFrom('chat')
          .select('chat.conversation_id')
          .whereRef('chat.conversation_id', '=', 'conversation.id')
          .where('chat.phase', '=', 'on'),
      ),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Screens that show who is ready read it anew. */
function said({ signals }: Context, personId: Id<'person'>): void {
  signals.changed.set(personId, 'person');
}
