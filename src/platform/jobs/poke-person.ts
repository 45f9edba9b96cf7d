import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Context } from '../context.ts';
import { afterwards } from '../journal.ts';
import type { Task } from './task.ts';

export const POKE_PERSON = 'poke-person';

const payloadShape = z.object({ personId: z.uuid() });

/** A notification is read by whoever looks once its `deliver_at` has come; at that moment the screens are told to look. */
export const pokePerson: Task = async (context, payload) => {
  context.signals.notified.add(payloadShape.parse(payload).personId);
};

/** Has the person's open screens told at `at`; recalled with the notification's id. */
export function pokeLater(
  context: Context,
  notificationId: Id<'notification'>,
  personId: Id<'person'>,
  at: Instant,
): Promise<void> {
  return afterwards(context, POKE_PERSON, notificationId, { personId }, at);
}
