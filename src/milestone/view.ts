import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import { milestoneShape } from '../pack/milestones.ts';
import { canOut, versionOut, wordsOut } from '../platform/http/shapes.ts';

export const milestonesOut = z.object({
  version: versionOut.describe('Version of the settings they stand in; send it back with a change'),
  items: z.array(milestoneShape).describe('All of them, those not sent too'),
  can: canOut.describe('`change`: word them otherwise, switch them on and off'),
});

export const previewOut = z.object({
  subject: wordsOut.describe('As it would stand there'),
  text: wordsOut.describe('As he would read it'),
  language: z.enum(LANGUAGES).describe('In which he would be written to'),
});
