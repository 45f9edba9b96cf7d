import { z } from 'zod';
import { idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { ticketNameOut } from '../ticket/shapes.ts';

const subject = z.object({
  type: z.string().describe('ticket, work_order, return_visit, rectification, finding, summary...'),
  id: z.string().describe('Its identifier'),
});

export const notificationOut = z.object({
  id: idOut('notification'),
  at: momentOut.describe('When it was delivered'),
  type: z.string().describe('One of a closed list; the screen makes the words from it and `params`'),
  urgency: z.enum(['info', 'warn', 'urgent']).describe('info: to know; warn: something is to be done; urgent: at once'),
  subject: subject.describe('What it is about, and where it leads'),
  ticket: ticketNameOut.nullable().describe('The ticket it belongs to; null: none'),
  promise: wordsOut.nullable().describe('What is owed, where it speaks of a promise'),
  params: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .describe('Ids, numbers, keys and moments its words are made of, by `type`'),
  readAt: momentOrNotYet,
  acknowledgement: z.enum(['none', 'wanted', 'given']).describe('wanted: it comes again while nobody says "I know"'),
});

export const notificationsOut = pageOf(notificationOut).extend({
  unread: z.number().describe('How many are unread, counted to 1,000'),
  names: z.record(z.string(), z.string()).describe('Names of the people whom `params` name by id'),
  departments: z.record(z.string(), wordsOut).describe('The same for departments'),
});
export type NotificationsView = z.input<typeof notificationsOut>;
