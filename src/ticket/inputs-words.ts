import { z } from 'zod';
import { id, line, moment, text } from '../platform/http/shapes.ts';
import { channelInput } from './shapes.ts';

const happenedAt = moment.optional().describe('When it happened, if earlier than now; never later');
const channel = channelInput.describe('How it was said');

export const noteInput = z.strictObject({
  id: id('note').optional().describe("The client's own new id; the same id again notes nothing twice"),
  text: text.describe('What was said or is noted'),
  happenedAt,
});

/** A note among ourselves, which may name colleagues. */
export const internalNoteInput = noteInput.extend({
  mentions: z
    .array(id('person'))
    .max(20)
    .optional()
    .describe('Whom it names: they hear of it and watch the ticket; whoever may not see it is refused'),
});

export const evenSo = z
  .boolean()
  .optional()
  .describe('It holds words that exaggerate, its writer has looked at them, and means it; left out: no');

export const apologyInput = noteInput.extend({ evenSo });

export const answerInput = noteInput.extend({
  evenSo,
  channel: channel.default('phone'),
  sendsElsewhere: z
    .boolean()
    .default(false)
    .describe('It only sends the customer elsewhere: kept, flagged, and no clock stops (ESCL-08)'),
});

export const explainInput = noteInput.extend({
  evenSo,
  rule: line.describe('On the ground of which rule'),
  accepted: z.boolean().nullable().describe('Whether the complainant accepted it; null while not known'),
});

export const answerIncidentInput = z.strictObject({
  text: text.describe('What all who reported it are told'),
  channel: channel.default('sms'),
});
