import { keepTaken } from '../exchange/commands/keep-taken.ts';
import type { Taken } from '../exchange/commands/keep-taken.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Reaction } from '../platform/context.ts';

/** What was taken out by a read or a command; a list stands there already, since it began. */
export const keepTakenOut: Reaction = async (context, { subject, data }) => {
  const { list, format, narrowed = {}, rows } = data as Omit<Taken, 'id'>;
  await keepTaken(context, { id: subject.id as Taken['id'], list, format, narrowed, rows });
};

export const keepCustomerExported: Reaction = async (context, { subject }) => {
  const narrowed = { customer: subject.id };
  await keepTaken(context, { id: newId(context.now), list: 'customer', format: 'json', narrowed, rows: null });
};

/** From here on it leaves by itself, whenever a calendar program asks. */
export const keepCalendarMade: Reaction = async (context, { data }) => {
  const { feedId, departmentId } = data as { feedId: string; departmentId: Id<'department'> | null };
  const narrowed = departmentId ? { department: departmentId } : {};
  await keepTaken(context, { id: feedId as Taken['id'], list: 'calendar', format: 'ics', narrowed, rows: null });
};

/** From here on events leave by themselves, as they happen. */
export const keepWebhookAdded: Reaction = async (context, { data }) => {
  const narrowed = { types: (data['types'] as string[]).join(' ') };
  await keepTaken(context, { id: newId(context.now), list: 'webhook', format: 'webhook', narrowed, rows: null });
};
