import { z } from 'zod';
import { id, line, moment } from '../platform/http/shapes.ts';

/** So many in one transaction; a screen sends more in turns, shows how far it is, and can stop between two. */
export const MOST = 50;

export const bulkAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('offer').describe('Offer them to somebody'),
    toId: id('person').describe('To whom'),
    reason: line.describe('Why they are handed over'),
    way: z
      .enum(['over', 'given'])
      .default('over')
      .describe('over: by whoever answers for it; given: by whoever assigns work'),
  }),
  z.strictObject({
    act: z.literal('stage').describe('Move them between open stages'),
    stage: z.string().max(60).describe('Key of the stage; a kind without it refuses'),
  }),
  z.strictObject({
    act: z.literal('watch').describe('Somebody hears what becomes of them'),
    personId: id('person').optional().describe('Who; left out: whoever asks'),
  }),
  z.strictObject({
    act: z.literal('snooze').describe('Put them out of the own list for a while'),
    until: moment.describe('When they come back'),
  }),
  z.strictObject({
    act: z.literal('urge').describe('Press for an answer'),
    words: z.string().trim().max(1000).default('').describe('In what words they are pressed for'),
  }),
  z.strictObject({ act: z.literal('close').describe('Close those that may be closed') }),
  z.strictObject({
    act: z.literal('macro').describe('Run a macro on each'),
    macroId: id('macro').describe('Which macro'),
  }),
]);

export const bulkInput = z.strictObject({
  id: id('bulk').describe("The client's own new id of the whole act: on a ticket it is done once under it"),
  ticketIds: z.array(id('ticket')).min(1).max(MOST).describe('On which tickets; 50 at most in one request'),
  what: bulkAct.describe('What is done on each'),
});

export const undoInput = z.strictObject({
  ticketIds: z
    .array(id('ticket'))
    .min(1)
    .max(MOST)
    .describe('On which of its tickets it is taken back; 50 at most in one request'),
});
