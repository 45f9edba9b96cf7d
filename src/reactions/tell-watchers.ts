import type { Id } from '../kernel/id.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { wake } from '../reminder/commands/snooze-ticket.ts';
import type { Task } from '../platform/jobs/task.ts';
import { wasBornHere } from '../platform/tx.ts';
import { tell, tellOf } from './tell.ts';

/** What watchers hear of, in the word their message is made from. */
const NEWS: Record<string, string> = {
  'ticket.moved_stage': 'moved',
  'ticket.answer': 'answered',
  'ticket.resolved': 'resolved',
  'ticket.customer_told': 'told',
  'ticket.closed': 'closed',
  'ticket.cancelled': 'ended',
  'ticket.reopened': 'reopened',
  'ticket.merged_into': 'merged',
};

/** Whoever watches a ticket hears what becomes of it; the one accountable hears it otherwise, and whoever did it knows. */
export const tellWatchers: Reaction = async (context, event) => {
  if (wasBornHere(context.tx, event.subject.id)) return;
  const watchers = await context.tx
    .selectFrom('ticket_sight')
    .select('person_id')
    .where('ticket_id', '=', event.subject.id as Id<'ticket'>)
    .where('told', '=', true)
    .execute();
  if (watchers.length === 0) return;
  await tellOf(
    context,
    event,
    watchers.map((row) => row.person_id),
    { type: 'ticket.news', params: { by: context.actor.personId, what: NEWS[event.type]! } },
  );
};

/** Somebody else put it before him. */
export const tellWatching: Reaction = async (context, event) => {
  const { person } = event.data as { person: Id<'person'> };
  await tellOf(context, event, [person], { type: 'ticket.watching', params: { by: context.actor.personId } });
};

/** Whoever is named in a note hears of it. */
export const tellMentioned: Reaction = async (context, event) => {
  const { mentions } = event.data as { mentions?: Id<'person'>[] };
  if (mentions === undefined) return;
  await tellOf(context, event, mentions, { type: 'ticket.mentioned', params: { by: context.actor.personId } });
};

export const tellReminded: Reaction = async (context, event) => {
  const data = event.data as { for: Id<'person'>; about: Id<'ticket'> | null; dueAt: string };
  await tell(context, [data.for], {
    type: 'reminder.set',
    subject: event.subject,
    ticketId: data.about,
    params: { by: context.actor.personId, dueAt: data.dueAt },
  });
};

/** The customer has said something: it is back in the lists of those who waited for it. */
export const wakeOnAnswer: Reaction = async (context, event) => {
  if (event.data['direction'] !== 'in' || wasBornHere(context.tx, event.subject.id)) return;
  await sayBack(context, event.subject.id as Id<'ticket'>, 'answer');
};

export const wakeAtMoment: Task = (context, payload) =>
  sayBack(context, payload['ticketId'] as Id<'ticket'>, 'time', payload['personId'] as Id<'person'>);

async function sayBack(
  context: Context,
  ticketId: Id<'ticket'>,
  by: 'time' | 'answer',
  personId?: Id<'person'>,
): Promise<void> {
  await tell(context, await wake(context, ticketId, by, personId), {
    type: 'ticket.back',
    subject: { type: 'ticket', id: ticketId },
    ticketId,
    params: { because: by },
  });
}
