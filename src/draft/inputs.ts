import { z } from 'zod';
import { moment, momentOut } from '../platform/http/shapes.ts';
import { personOut } from '../organisation/shapes.ts';

/** 64 kB, as it is stored. */
export const LARGEST = 64 * 1024;

export const subjectParams = z.strictObject({
  subject: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z_-]*([:/][A-Za-z0-9_-]+){0,4}$/)
    .describe('What it is a draft of: `ticket/<id>/note`, `intake/1`, ...; percent-encoded'),
});

export const draftInput = z.strictObject({
  text: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= LARGEST, 'larger than 64 kB')
    .describe('Whatever the screen needs to go on; 64 kB at most'),
  since: moment
    .nullable()
    .optional()
    .describe(
      'The `savedAt` this device last knew; null: of none. What another device wrote later is kept as `former`. Left out: it is replaced',
    ),
});

export const keptOut = z.object({ savedAt: momentOut.describe('Send it back as `since` with the next') });

export const draftOut = z
  .object({
    text: z.string().describe('As it was left'),
    savedAt: momentOut,
    by: personOut.describe('Who began it: yourself, or a former owner'),
    mine: z.boolean().describe('true: yourself'),
    former: z
      .object({ text: z.string().describe('As it was left there'), savedAt: momentOut })
      .nullable()
      .describe('What another device of yours had written meanwhile; null: nothing else'),
  })
  .nullable()
  .describe('null: nothing was begun');

const name = z.string().max(200).describe('In this language');
const tab = z.strictObject({
  type: z
    .string()
    .regex(/^[a-z][a-z_-]{0,39}$/)
    .describe('Which screen it is: ticket, customer, place...'),
  id: z.string().min(1).max(100).describe('What it shows there'),
  title: z.string().max(200).describe('What stands on it'),
  words: z
    .strictObject({ en: name, 'zh-hans': name, 'zh-hant': name })
    .optional()
    .describe('What stands after the title, in the language of whoever looks'),
});

export const tabsShape = z.strictObject({ items: z.array(tab).max(60).describe('In their order') });
export type Tabs = z.output<typeof tabsShape>;
