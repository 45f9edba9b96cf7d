import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { doneReminder, moveReminder } from './commands/end-reminder.ts';
import { setReminder } from './commands/set-reminder.ts';
import { snoozeTicket, wakeUp } from './commands/snooze-ticket.ts';
import { moveReminderInput, reminderInput, remindersQuery, snoozeInput } from './inputs.ts';
import { myReminders, remindersOut } from './list.ts';

const params = z.object({ id: id('reminder') });
const ticket = z.object({ id: id('ticket') });
const own = { admits: 'signed-in', token: ['ticket.see'] } as const;
/** A token for reading puts nothing off. */
const acting = { admits: 'signed-in', token: ['ticket.handle'] } as const;

/** What a person puts off, for himself: nobody else sees it, and no clock notices. */
export const reminderRoutes: Route[] = [
  route({
    name: 'listReminders',
    method: 'GET',
    path: '/reminders',
    ...own,
    tag: 'Reminders',
    summary: 'My reminders, the first due first',
    query: remindersQuery,
    answer: remindersOut,
    handle: (context, { query }) => myReminders(context, query),
  }),
  route({
    name: 'setReminder',
    method: 'POST',
    path: '/reminders',
    ...acting,
    tag: 'Reminders',
    summary: 'Remind me, or a colleague, of something',
    about: 'Whoever is reminded must be allowed to see the ticket it is about.',
    status: 201,
    body: reminderInput,
    example: { dueAt: '2026-11-24T09:00:00+08:00', words: 'Ask the lift firm about the spare part' },
    answer: z.object({ id: idOut('reminder') }),
    handle: async (context, { body }) => ({ id: await setReminder(context, body) }),
  }),
  route({
    name: 'doneReminder',
    method: 'POST',
    path: '/reminders/:id/done',
    ...acting,
    tag: 'Reminders',
    summary: 'It is done',
    params,
    answer: done,
    handle: async (context, { params: given }) => {
      await doneReminder(context, given.id);
      return OK;
    },
  }),
  route({
    name: 'moveReminder',
    method: 'POST',
    path: '/reminders/:id/move',
    ...acting,
    tag: 'Reminders',
    summary: 'Not now: remind me later',
    params,
    body: moveReminderInput,
    answer: done,
    handle: async (context, { params: given, body }) => {
      await moveReminder(context, given.id, body.dueAt);
      return OK;
    },
  }),
  route({
    name: 'snoozeTicket',
    method: 'PUT',
    path: '/tickets/:id/snooze',
    ...acting,
    tag: 'Reminders',
    summary: 'Put a ticket out of my own list for a while; no clock stops',
    params: ticket,
    body: snoozeInput,
    answer: done,
    handle: async (context, { params: given, body }) => {
      await snoozeTicket(context, given.id, body);
      return OK;
    },
  }),
  route({
    name: 'wakeTicket',
    method: 'DELETE',
    path: '/tickets/:id/snooze',
    ...acting,
    tag: 'Reminders',
    summary: 'Back into my list, or: I have seen that it is back',
    params: ticket,
    answer: done,
    handle: async (context, { params: given }) => {
      await wakeUp(context, given.id);
      return OK;
    },
  }),
];
