import { z } from 'zod';
import { momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';

export const notificationOut = z.object({
  id: z.string(),
  at: momentOut.describe('When it was delivered'),
  type: z.string().describe('One of a closed list; the screen makes the words from it and `params`'),
  urgency: z.enum(['info', 'warn', 'urgent']),
  subject: z.object({ type: z.string(), id: z.string() }).describe('What it is about, and where it leads'),
  ticket: z.object({ id: z.string(), number: z.number(), title: z.string() }).nullable(),
  promise: wordsOut.nullable().describe('What is owed, where it speaks of a promise'),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  readAt: momentOut.nullable(),
  acknowledgement: z.enum(['none', 'wanted', 'given']).describe('wanted: it comes again while nobody says "I know"'),
});

export const notificationsOut = pageOf(notificationOut).extend({
  unread: z.number().describe('How many are unread, counted to 1,000'),
  names: z.record(z.string(), z.string()).describe('Names of the people whom `params` name by id'),
  departments: z.record(z.string(), wordsOut).describe('The same for departments'),
});
export type NotificationsView = z.input<typeof notificationsOut>;
