import type { Id } from '../kernel/id.ts';
import type { Message } from '../notification/commands/notify.ts';
import { notify } from '../notification/commands/notify.ts';
import type { Context, Event } from '../platform/context.ts';

type Somebody = Id<'person'> | null | undefined;

/** What is said, without what it is about. */
export type Saying = {
  [Type in Message['type']]: Omit<Extract<Message, { type: Type }>, 'subject' | 'ticketId'>;
}[Message['type']];

/** Tells of an event: it is about the event's own subject, and stands with its ticket. */
export function tellOf(context: Context, event: Event, people: readonly Somebody[], saying: Saying): Promise<void> {
  return tell(context, people, { ...saying, subject: event.subject, ticketId: event.ticketId });
}

/** Tells each of these people once; whoever acts knows it already. */
export async function tell(context: Context, people: readonly Somebody[], message: Message): Promise<void> {
  const others = new Set(people.filter((id) => id !== null && id !== undefined && id !== context.actor.personId));
  await notify(
    context,
    [...others].map((personId) => ({ ...message, personId: personId as Id<'person'> })),
  );
}
