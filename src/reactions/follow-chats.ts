import { followClosed, followReopened, followTaken } from '../channel/chat/commands/follow-conversation.ts';
import { addLine } from '../channel/chat/commands/line.ts';
import type { Id } from '../kernel/id.ts';
import type { Event, Reaction } from '../platform/context.ts';

const conversationOf = ({ subject }: Event): Id<'conversation'> => subject.id as Id<'conversation'>;

/** What was said, by either side, is the next line of the chat. */
export const addToChat: Reaction = async (context, event) => {
  const { message } = event.data as { message: Id<'message'> };
  await addLine(context, conversationOf(event), message);
};

/** Whoever has the conversation has the chat; nobody's waits again. */
export const passChatOn: Reaction = async (context, event) => {
  const { to } = event.data as { to: Id<'person'> | null };
  await followTaken(context, conversationOf(event), to);
};

export const endChat: Reaction = (context, event) =>
  followClosed(context, conversationOf(event), event.data['byCustomer'] === true ? 'visitor' : 'us');

export const goOnWithChat: Reaction = async (context, event) => {
  const id = conversationOf(event);
  const { owner_id: ownerId } = await context.tx
    .selectFrom('conversation')
    .select('owner_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await followReopened(context, id, ownerId);
};
