import { z } from 'zod';
import { id, line, moment, pageQuery } from '../platform/http/shapes.ts';

export const reminderInput = z.strictObject({
  id: id('reminder').optional().describe("The client's own new id; the same id again reminds nobody twice"),
  ticketId: id('ticket').optional().describe('What it is about; left out: no ticket'),
  personId: id('person').optional().describe('Who is reminded; left out: whoever sets it'),
  dueAt: moment.describe('When it says so'),
  words: line.describe('What is not to be forgotten'),
});

export const moveReminderInput = z.strictObject({ dueAt: moment.describe('The moment it is put off to') });

export const remindersQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'done']).default('open').describe('Still to come or overdue; or done'),
  ticket: id('ticket').optional().describe('Only those about this ticket'),
});

export const snoozeInput = z.strictObject({
  until: moment.optional().describe('When it comes back by itself'),
  untilAnswered: z.boolean().default(false).describe('It comes back when the customer says something, too'),
});
