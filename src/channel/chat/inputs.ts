import { z } from 'zod';
import { LANGUAGES } from '../../kernel/words.ts';
import { id } from '../../platform/http/shapes.ts';
import { AWAY_REASONS } from './chat.ts';

const messageId = id('message').describe("The browser's own new id; the same id again says nothing twice");
const lineText = z.string().trim().min(1).max(4000).describe('What he says');
const secret = z
  .string()
  .regex(/^[\w-]{43,86}$/)
  .describe('256 random bits that the browser made and keeps, as base64url: who shows them is this visitor');

export const beginInput = z.strictObject({
  secret,
  former: secret
    .optional()
    .describe('Of his chat before this one, if the browser has it: who spoke with him is asked first'),
  messageId,
  text: lineText,
  name: z.string().trim().max(100).default('').describe('As he calls himself; empty: he does not say'),
  contact: z.string().trim().max(100).default('').describe('Telephone or mail, if he wants to be reached otherwise'),
  language: z.enum(LANGUAGES).describe('Which language he reads'),
  work: z
    .strictObject({
      token: z.string().max(300).describe('As GET /public/chat gave it'),
      number: z.number().int().min(0).describe('What solves it'),
    })
    .describe('The proof of work'),
});

export const writeInput = z.strictObject({ messageId, text: lineText });
export const rateInput = z.strictObject({
  rating: z.number().int().min(1).max(5).describe('1 (not at all) to 5 (very)'),
  words: z.string().trim().max(1000).default('').describe('What he thinks of it'),
});

export const stateInput = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready').describe('I take chats') }),
  z.strictObject({
    state: z.literal('away').describe('I take none'),
    reason: z
      .enum(AWAY_REASONS)
      .describe('Why; with wrap_up I end what I have, with any other it goes back into the queue'),
  }),
]);

export const giveInput = z.union([
  z.strictObject({ personId: id('person').describe('A colleague who takes chats now') }),
  z.strictObject({ departmentId: id('department').describe('One of this department') }),
]);
