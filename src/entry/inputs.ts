import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import { id, text } from '../platform/http/shapes.ts';
import { fieldValues } from '../ticket/inputs.ts';

const PHOTO = 450_000;
const SIGNATURE = 100_000;

const picture = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/);

const photos = z
  .array(
    z.strictObject({
      image: picture(PHOTO).describe('JPEG, PNG, WebP or HEIC as base64, of 330 kB at most'),
      shows: z.string().trim().max(100).default('').describe('What is seen on it; left out: he does not say'),
    }),
  )
  .max(2)
  .default([])
  .describe('Two at most');
export type Photo = z.output<typeof photos>[number];

export const submitInput = z.strictObject({
  id: id('ticket').optional().describe("The client's own new id; the same id again opens nothing twice"),
  kind: z.string().max(60).describe('Key of a public kind, out of GET /public/centre'),
  text: text.max(4000).describe('What it is about, in his words'),
  name: z.string().trim().min(1).max(100).describe('Who asks; whoever looks at it does not take his word for it'),
  phone: z.string().trim().min(5).max(40).describe('Where to reach him'),
  place: z.string().trim().max(60).default('').describe('Where it is, as it stands at the door: 3-1202'),
  fields: fieldValues.default({}),
  photos,
});

export const enterInput = z.strictObject({
  secret: z
    .string()
    .trim()
    .min(8)
    .max(100)
    .describe('Out of the link of a matter, or the code that was sent or that the desk gave'),
});

export const askCodeInput = z.strictObject({
  to: z
    .string()
    .trim()
    .min(5)
    .max(200)
    .describe('A telephone number or an e-mail address that the centre knows of him'),
  language: z.enum(LANGUAGES).describe('In which language it is written'),
});

export const addWordInput = z.strictObject({ text: text.max(4000).describe('What he adds'), photos });

export const solvedInput = z.strictObject({
  solved: z.boolean().describe('false: it is opened again'),
  satisfaction: z.number().int().min(1).max(5).describe('1 (not at all) to 5 (very); 1 and 2 open it again'),
  text: z.string().trim().max(2000).default('').describe('What is wrong, or what he thinks of it'),
  signedBy: z.string().trim().max(100).default('').describe('Who confirms it, as he signs; asked with a signature'),
  signature: picture(SIGNATURE).optional().describe('His signature as a picture, base64; left out: he does not sign'),
});
