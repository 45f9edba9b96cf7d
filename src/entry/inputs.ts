import { z } from 'zod';
import { id, text } from '../platform/http/shapes.ts';
import { fieldValues } from '../ticket/inputs.ts';

const PHOTO = 450_000;

export const submitInput = z.strictObject({
  id: id('ticket').optional().describe("The client's own new id; the same id again opens nothing twice"),
  kind: z.string().max(60).describe('Key of a public kind, out of GET /public/centre'),
  text: text.max(4000).describe('What it is about, in his words'),
  name: z.string().trim().min(1).max(100).describe('Who asks; whoever looks at it does not take his word for it'),
  phone: z.string().trim().min(5).max(40).describe('Where to reach him'),
  place: z.string().trim().max(60).default('').describe('Where it is, as it stands at the door: 3-1202'),
  fields: fieldValues.default({}),
  photos: z
    .array(
      z.strictObject({
        image: z
          .string()
          .max(PHOTO)
          .regex(/^[A-Za-z0-9+/]*={0,2}$/)
          .describe('JPEG, PNG, WebP or HEIC as base64, of 330 kB at most'),
        shows: z.string().trim().max(100).default('').describe('What is seen on it; left out: he does not say'),
      }),
    )
    .max(2)
    .default([])
    .describe('Two at most'),
});

export const enterInput = z.strictObject({
  secret: z.string().trim().min(8).max(100).describe('Out of the link of a matter, or the code that the desk gave'),
});

export const addWordInput = z.strictObject({ text: text.max(4000).describe('What he adds') });

export const solvedInput = z.strictObject({
  solved: z.boolean().describe('false: it is opened again'),
  satisfaction: z.number().int().min(1).max(5).describe('1 (not at all) to 5 (very); 1 and 2 open it again'),
  text: z.string().trim().max(2000).default('').describe('What is wrong, or what he thinks of it'),
});
