import { z } from 'zod';
import { departmentNameOut, personOut } from '../../organisation/shapes.ts';
import { allOf, idOut, momentOut, wordsOut } from '../../platform/http/shapes.ts';
import { LANGUAGES } from '../../kernel/words.ts';
import { AWAY_REASONS, PHASES } from './chat.ts';

const phaseOut = z
  .enum(PHASES)
  .describe('left: written while nobody was there; waiting: in the queue; on: with one of us; ended: over');

/** Before a visitor begins. */
export const doorOut = z.object({
  centre: z.string().describe('Of which centre, as customers are told it'),
  zone: z.string().describe('Where its clock stands, such as Asia/Shanghai'),
  open: z.boolean().describe('Whether somebody is there by the hours of the chat'),
  opensAt: momentOut.nullable().describe('When somebody is there again; null: now'),
  promisedBy: momentOut.describe('By when what is written now is answered'),
  welcome: wordsOut.describe('How a visitor is greeted; an empty text is not shown'),
  known: z.boolean().describe('true: this browser holds the session of a customer, and he is known'),
  work: z
    .object({
      token: z.string().describe('Sent back with what was found'),
      bits: z.number().describe('With so many zero bits begins sha-256 of `token:messageId:number`'),
    })
    .describe('What is to be solved before a chat begins; good for ten minutes'),
});

export const lineOut = z.object({
  no: z.number().describe('Its place: what comes later has a higher one'),
  id: idOut('message'),
  from: z.enum(['visitor', 'us']).describe('Who wrote it'),
  name: z.string().describe('Of us, who wrote it; of the visitor, as he calls himself'),
  text: z.string().describe('What was written; empty where only a file was sent'),
  files: z
    .array(
      z.object({
        id: idOut('file'),
        name: z.string().describe('As it was sent'),
        type: z.string().describe('By its bytes'),
        size: z.number().describe('In bytes'),
      }),
    )
    .describe('What hangs on it'),
  at: momentOut.describe('When it was written'),
});

export const visitorOut = z.object({
  id: idOut('conversation'),
  phase: phaseOut,
  agent: z.string().nullable().describe('Who of us speaks with him; null: nobody yet'),
  place: z.number().nullable().describe('His place in the queue, 1 is next; null: he does not wait in one'),
  expectedWait: z
    .number()
    .nullable()
    .describe('In seconds: his place times the usual time between two that are taken; null: too few were taken to say'),
  promisedBy: momentOut.nullable().describe('By when he is answered; null: nothing is owed just now'),
  rating: z.number().nullable().describe('1 to 5 as he gave it; null: not yet'),
  typing: z.boolean().describe('Whether one of us writes just now'),
  lines: z.array(lineOut).describe('Those after the place asked for, the first first'),
});
export type VisitorView = z.input<typeof visitorOut>;

export const meOut = z.object({
  state: z.enum(['ready', 'away']).describe('Whether I take chats now'),
  reason: z
    .enum([...AWAY_REASONS, 'missed', 'gone'])
    .nullable()
    .describe(
      'Why not; missed: an offer went by; gone: my screen was not connected; null: I do, or never said anything',
    ),
  since: momentOut.nullable().describe('Since when; null: I never said anything'),
  kept: z.number().describe('How many chats I have'),
  offers: z
    .array(
      z.object({
        id: idOut('conversation'),
        name: z.string().describe('As the visitor calls himself; empty: not said'),
        language: z.enum(LANGUAGES).describe('Which language he reads'),
        text: z.string().describe('How he began'),
        from: personOut.nullable().describe('Who hands him over; null: he comes from the queue'),
        waitingSince: momentOut.nullable().describe('Since when he waits for a word'),
        endsAt: momentOut.describe('Until when I may accept'),
      }),
    )
    .describe('Chats I am asked to take'),
});

export const boardOut = z.object({
  waiting: allOf(
    z.object({
      id: idOut('conversation'),
      name: z.string().describe('As he calls himself; empty: not said'),
      language: z.enum(LANGUAGES).describe('Which language he reads'),
      text: z.string().describe('How he began'),
      queuedAt: momentOut.describe('Since when he stands in the queue'),
      department: departmentNameOut.nullable().describe('Whose he is to be; null: anybody’s'),
      offeredTo: personOut.nullable().describe('Who is asked to take him; null: nobody has room'),
    }),
  ).describe('Who stands in the queue, the longest first'),
  greeting: wordsOut.nullable().describe('How each of them is greeted; null: the house has no such phrase'),
  agents: z
    .array(
      z.object({
        person: personOut,
        state: z.enum(['ready', 'away']).describe('Whether he takes chats now'),
        reason: z.string().nullable().describe('Why not'),
        since: momentOut.describe('When he said so'),
        kept: z.number().describe('How many he has'),
      }),
    )
    .describe('Who takes chats, or did today'),
});

export const beganOut = z.object({ id: idOut('conversation') });
