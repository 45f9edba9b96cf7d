import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { idOut, momentOut } from '../platform/http/shapes.ts';
import { gapsOut } from '../rota/view.ts';
import { callOut, stateOut } from './view.ts';

/** Contacts in writing, each by how long he waits (CHAN-16). */
const onlineOut = z
  .object({
    waiting: z
      .array(
        z.object({
          id: idOut('conversation'),
          who: z.string().describe('Customer, or as the other side calls itself'),
          channel: z.string().describe('Name of the channel by which he wrote'),
          owner: personOut.nullable().describe('Whose it is to answer; null: whoever takes it first'),
          since: momentOut.describe('When he began to wait'),
          late: z.boolean().describe('Longer than is promised'),
        }),
      )
      .describe('Who waits for an answer, the longest first, at most 20'),
    waits: z.number().int().describe('How many wait'),
    answered: z.number().int().describe('Answers given since midnight'),
    inTime: z.number().int().describe('Of these, in time'),
    waitSeconds: z.number().int().nullable().describe('Their average wait, in seconds; null: none'),
  })
  .describe('Chats and what else is written');

export const boardOut = z.object({
  connected: z.boolean().describe('Every exchange that is on is heard'),
  waiting: z.array(callOut).describe('Who waits, the longest first'),
  talking: z.array(callOut).describe('Who is spoken with'),
  agents: z
    .array(
      z.object({
        person: personOut,
        number: z.string().nullable().describe('His phone; null: none at an exchange'),
        onDuty: z.boolean().describe('His switch of duty'),
        state: stateOut,
        call: z.enum(['ringing', 'talking']).nullable().describe('What his phone does now; null: nothing'),
      }),
    )
    .describe('Who may take calls'),
  callBacks: z.number().int().describe('How many are owed a call back'),
  writeUps: z.number().int().describe('How many calls must be written down'),
  level: z
    .object({
      percent: z.number().int().describe('So many of a hundred calls'),
      seconds: z.number().int().describe('are to be answered within so many'),
    })
    .describe('What the service level is held to'),
  limit: z
    .object({
      rings: z.number().int().nullable().describe('By this ring; null: not counted'),
      seconds: z.number().int().nullable().describe('Within so many seconds; null: not counted'),
    })
    .describe('What each call is held to (CHAN-15, CHAN-16)'),
  today: z
    .object({
      came: z.number().int().describe('Calls that came and have ended'),
      answered: z.number().int().describe('Of these, answered'),
      inTime: z.number().int().describe('Of these, answered within the limit of each call'),
      withinLevel: z.number().int().describe('Of these, answered within the seconds of the service level'),
      waitSeconds: z.number().int().nullable().describe('Average wait of the answered, in seconds; null: none'),
    })
    .describe('Since midnight'),
  alone: z.boolean().describe('It is reception time, and nobody takes calls now (CHAN-16)'),
  online: onlineOut,
  gaps: gapsOut,
});
