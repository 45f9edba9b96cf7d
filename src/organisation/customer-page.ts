import { z } from 'zod';

/** What the manager writes on the customer's page, text by text; an empty one is not shown. */
export const PAGE_TEXTS = ['welcome', 'emergency', 'complaints', 'afterwards', 'rules', 'expenditure'] as const;
export type PageText = (typeof PAGE_TEXTS)[number];

const said = z.strictObject({
  en: z.string().trim().max(1000).describe('In English'),
  'zh-hans': z.string().trim().max(1000).describe('In Simplified Chinese'),
  'zh-hant': z.string().trim().max(1000).describe('In Traditional Chinese'),
});
const empty = { en: '', 'zh-hans': '', 'zh-hant': '' };

/** What a centre tells its customers besides where it is reached. What was never written is empty, and every public kind may be sent in. */
export const customerPageShape = z.strictObject({
  welcome: said.default(empty).describe('At the top: for whom the page is, and what it is good for'),
  emergency: said.default(empty).describe('What to do where life or property is in danger'),
  complaints: said.default(empty).describe('How complaints are handled, and within what time'),
  afterwards: said.default(empty).describe('Shown once something was sent in: what happens next'),
  rules: said.default(empty).describe('The rules by which the centre works, in short; the whole of them are articles'),
  expenditure: said.default(empty).describe('What the charges are spent on, and where the accounts can be seen'),
  kinds: z
    .array(z.string().max(60))
    .max(100)
    .nullable()
    .default(null)
    .describe('Keys of the public kinds that may be sent in, in the order shown; null: all of them'),
});
export type CustomerPage = z.output<typeof customerPageShape>;

/** As it stands in the row of the centre. */
export function customerPageOf(stored: unknown): CustomerPage {
  return customerPageShape.parse(stored);
}
