import type { z } from 'zod';
import { keepCommitments } from '../../commitment/commands/keep-commitments.ts';
import { startCommitments } from '../../commitment/commands/start-commitments.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse, Refused } from '../../kernel/refusal.ts';
import { calendarFor } from '../../organisation/calendar-choice.ts';
import { settingsOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { happened, record } from '../../platform/journal.ts';
import { allow, lockTicket } from '../facts.ts';
import type { keepPromiseInput, promiseInput } from '../inputs.ts';
import type { Ticket } from '../ticket.ts';
import { isEnded, whyNotChange } from '../ticket.ts';
import { markAnswered, writeNote } from './add-note.ts';

/** A later reply that was promised: a commitment like any other, with the promised time as its deadline (RECP-05, PRIN-03). */
export async function promiseReply(context: Context, id: string, input: z.output<typeof promiseInput>): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  await startPromise(context, ticket, input);
}

/**
 * The same for whoever asked already: at a return visit, too, something may have to be answered later (VISIT-10). Answers with
 * the promise's id.
 */
export async function startPromise(
  context: Context,
  ticket: Ticket,
  input: z.output<typeof promiseInput>,
): Promise<Id<'commitment'>> {
  orRefuse(whyNotChange(ticket));
  if (input.dueAt <= context.now) throw new Invalid('promise.in_past', { path: 'dueAt' });
  const { promiseLadder } = await settingsOf(context);
  const [started] = await startCommitments(context, [
    {
      id: input.id,
      kind: 'promise',
      subject: { type: 'ticket', id: ticket.id },
      ticketId: ticket.id,
      ownerId: ticket.owner_id,
      departmentId: ticket.department_id,
      centreId: ticket.centre_id,
      calendarId: await calendarFor(context.tx, 'reception', { centreId: ticket.centre_id, departmentId: null }),
      limit: { dueAt: input.dueAt, ladder: promiseLadder },
      startedAt: context.now,
      words: input.words,
    },
  ]);
  return started!.id;
}

/** The reply was given, in time or not; one no longer owed, for its ticket has ended, may still be given. */
const GIVEN = new Set<string>(['kept', 'late']);

/** The promised reply was given: it is an answer like any other (CONS-04), and the promise is kept or late by when it happened. */
export async function keepPromise(
  context: Context,
  id: string,
  input: z.output<typeof keepPromiseInput>,
): Promise<void> {
  const ticket = await lockTicket(context, id);
  await allow(context, 'ticket.handle', ticket);
  const promise = await context.tx
    .selectFrom('commitment')
    .select(['id', 'started_at', 'state'])
    .where('id', '=', input.commitmentId)
    .where('ticket_id', '=', ticket.id)
    .where('kind', '=', 'promise')
    .executeTakeFirst();
  if (!promise) throw new NotFound('promise.unknown');
  if (GIVEN.has(promise.state)) throw new Refused('promise.given');
  const at = happened(context, input.happenedAt, promise.started_at);
  await writeNote(context, ticket, { text: input.text, kind: 'answer', at });
  await keepCommitments(context, { ids: [promise.id], happenedAt: at });
  if (!isEnded(ticket)) await markAnswered(context, ticket, at);
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.promise_kept',
    happenedAt: at,
    data: { commitment: promise.id },
  });
}
