import { z } from 'zod';
import { momentOut } from '../platform/http/shapes.ts';

/** 64 kB of content; measured as it is stored. */
export const LARGEST = 64 * 1024;

const fits = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) <= LARGEST;

export const subjectParams = z.strictObject({
  subject: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z_]*(:[A-Za-z0-9_-]+){0,3}$/)
    .describe('What it is a draft of: `ticket:<id>:answer`, `intake:1`, ...'),
});

const content = z.json().describe('Whatever the screen needs to go on; 64 kB at most');
export const draftInput = z.strictObject({ content: content.refine(fits, 'larger than 64 kB') });

export const draftsOut = z.object({
  mine: z.object({ content: z.json(), at: momentOut }).nullable(),
  others: z
    .array(z.object({ person: z.object({ id: z.string(), name: z.string() }), content: z.json(), at: momentOut }))
    .describe('What others began on the same ticket: a draft belongs to its ticket and survives its owner'),
});

const tab = z.strictObject({
  subject: subjectParams.shape.subject,
  title: z.string().max(200).optional().describe('Shown until the thing itself is read'),
  pinned: z.boolean().optional(),
});
export const tabsShape = z.strictObject({
  tabs: z.array(tab).max(60).describe('In their order'),
  current: z.string().max(100).nullable().default(null).describe('The subject in front; null: none'),
});
export type Tabs = z.output<typeof tabsShape>;
