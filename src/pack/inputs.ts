import { z } from 'zod';
import { line } from '../platform/http/shapes.ts';
import { cannedShape, MOST_CANNED } from './canned.ts';
import { kindShape } from './kind-shape.ts';
import { MOST_PHRASES, phraseShape } from './phrases.ts';
import { settingsShape } from './settings-shape.ts';

/** A change of definitions always says why, and on which version it was made. */
const change = {
  why: line.describe('Why it is changed; kept with the version'),
  seen: z.number().int().min(0).describe('The version it was made on; 0 for a new kind'),
};

export const changeKindInput = z.strictObject({ ...change, kind: kindShape.describe('The whole new definition') });
export type ChangeKind = z.infer<typeof changeKindInput>;

export const changeSettingsInput = z.strictObject({
  ...change,
  settings: settingsShape.describe('The whole new settings'),
});
export type ChangeSettings = z.infer<typeof changeSettingsInput>;

export const changeCannedInput = z.strictObject({
  ...change,
  canned: z.array(cannedShape).max(MOST_CANNED).describe('All of them, in the order of their keys'),
});
export const changePhrasesInput = z.strictObject({
  ...change,
  phrases: z.array(phraseShape).max(MOST_PHRASES).describe('All of them, in the order in which they are offered'),
});
export type ChangePhrases = z.infer<typeof changePhrasesInput>;

export type ChangeCanned = z.infer<typeof changeCannedInput>;
