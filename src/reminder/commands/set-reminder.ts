import type { z } from 'zod';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Ladder } from '../../commitment/rule.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { orMayNotSee } from '../../ticket/others-sight.ts';
import { allowToSee, ticketById } from '../../ticket/facts.ts';
import type { reminderInput } from '../inputs.ts';

/** Said once, when it is due; nobody above hears of it, for it was promised to nobody. */
const AT_THE_MOMENT: Ladder = [{ at: { share: 1 }, do: 'warn', to: 'owner' }];

/**
 * "Remind me on Tuesday", or somebody else who may see what it is about: a commitment that only its owner sees. Set for somebody
 * else, he hears of it at once.
 */
export async function setReminder(context: Context, input: z.output<typeof reminderInput>): Promise<Id<'reminder'>> {
  const me = actingPerson(context);
  const ownerId = input.personId ?? me;
  const id = input.id ?? newId<'reminder'>(context.now);
  if (input.ticketId) {
    const ticket = await ticketById(context.tx, input.ticketId);
    await allowToSee(context, ticket);
    if (ownerId !== me) await orMayNotSee(context, ticket, ownerId, 'personId');
  }
  if (input.dueAt <= context.now) throw new Invalid('promise.in_past', { path: 'dueAt' });
  const written = await context.tx
    .insertInto('reminder')
    .values({ id, ticket_id: input.ticketId ?? null, words: input.words, set_by_id: me, set_at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) return id;
  await owe(context, id, ownerId, input.dueAt);
  await record(context, {
    subject: { type: 'reminder', id },
    type: 'reminder.set',
    data: { for: ownerId, about: input.ticketId ?? null, dueAt: input.dueAt },
  });
  return id;
}

/** Begins the commitment of a reminder: its owner's alone, so neither a ticket's nor a department's. */
export async function owe(
  context: Context,
  id: Id<'reminder'>,
  ownerId: Id<'person'>,
  dueAt: z.output<typeof reminderInput>['dueAt'],
): Promise<void> {
  const centreId = await centreOf(context);
  await startCommitments(context, [
    {
      kind: 'reminder',
      subject: { type: 'reminder', id },
      ticketId: null,
      ownerId,
      centreId,
      calendarId: await calendarFor(context.tx, 'always', { centreId, departmentId: null }),
      limit: { dueAt, ladder: AT_THE_MOMENT },
      startedAt: context.now,
    },
  ]);
}
