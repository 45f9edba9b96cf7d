import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { idOut, momentOut, nextOut, wordsOut } from '../platform/http/shapes.ts';

/** What somebody said or wrote, of which a paper or the timeline tells. */
export const noteKindOut = z
  .string()
  .describe(
    'internal (never seen by the customer), answer, apology, explanation, situation (as stated), or result (of an inquiry)',
  );
export const noteTextOut = z.string().describe('What was said, in full; empty once erased');
export const noteRuleOut = z.string().nullable().describe('Of an explanation: on the ground of which rule');
export const noteAcceptedOut = z
  .boolean()
  .nullable()
  .describe('Of an explanation: whether the customer accepted it; null: not known');

const note = z.object({
  id: z.string().meta({ format: 'uuid', description: 'Identifier of the note (UUID)' }),
  kind: noteKindOut,
  text: noteTextOut,
  sendsElsewhere: z.boolean().describe('It only sent the customer elsewhere, so no clock stopped'),
  rule: noteRuleOut,
  accepted: noteAcceptedOut,
});

const subject = z.object({
  type: z.string().describe('ticket, work_order, commitment, return_visit, rectification...'),
  id: z.string().describe('Its identifier'),
});

export const timelineEntryOut = z.object({
  id: z.string().describe('Of the entry: its subject and the place in that journal, `<uuid>:<seq>`'),
  type: z.string().describe('What happened, e.g. `ticket.opened`, `work_order.done`, `commitment.climbed`'),
  happenedAt: momentOut.describe('When it happened'),
  recordedAt: momentOut.describe('When it was told to the system: later, where somebody reported it later'),
  actor: personOut.nullable().describe('Who did it; null: a clock, or the system'),
  subject: subject.describe('Whose fact it is: the ticket, or something under it'),
  data: z.record(z.string(), z.unknown()).describe('Facts of the event; ids are resolved in `names`'),
  of: z
    .number()
    .nullable()
    .describe('Number of the ticket it happened on, where that became part of this one; else null'),
  note: note.nullable().describe('Where the fact is that something was said: what'),
  words: z
    .string()
    .nullable()
    .describe('What the caller said, in what words somebody was urged, or what stood there before a change'),
  conversationId: idOut('conversation')
    .nullable()
    .describe('Of a message: the conversation it stands in; null: it is none'),
  recordedCallId: idOut('phone_call')
    .nullable()
    .describe('Of a call whose recording may be listened to: which; null: of everything else'),
});

export const timelineOut = z.object({
  items: z.array(timelineEntryOut).describe('By when it happened, the newest first'),
  next: nextOut,
  names: z.record(z.string(), z.string()).describe('Names of the people that the events name by id'),
  clocks: z.record(z.string(), wordsOut).describe('What is owed, by the kind of commitment that the events name'),
  stages: z.record(z.string(), wordsOut).describe("Names of the kind's stages that the events name by key"),
});
