import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { instant } from '../../kernel/time.ts';

/** An identifier in a path, query or body. */
export function id<Thing extends string>(thing: Thing) {
  return z
    .uuid()
    .describe(identifierOf(thing))
    .transform((text) => text.toLowerCase() as Id<Thing>);
}

/** One shape for each thing, however many answers name it. */
const idsOut = new Map<string, z.ZodString>();

/** An identifier as it goes out. */
export function idOut(thing: string): z.ZodString {
  const known = idsOut.get(thing) ?? z.string().meta({ format: 'uuid', description: identifierOf(thing) });
  idsOut.set(thing, known);
  return known;
}

function identifierOf(thing: string): string {
  return `Identifier of ${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing.replace('_', ' ')} (UUID)`;
}

/** The version a change was made on, as it comes in; what is left out is not compared. */
export const versionSeen = z
  .number()
  .int()
  .optional()
  .describe(
    'The `version` last read: a newer one refuses the change as `stale`. Left out: whatever stands is overwritten',
  );

/** The version as it goes out. */
export const versionOut = z
  .number()
  .describe("Counts its changes; send it back with one, so that nobody else's is overwritten");

/** Years in which anything here may happen: every offset leaves four digits, and PostgreSQL knows no year 0. */
const YEARS = { first: 1900, last: 2199 };

/** A month as it comes in; years as of moments. */
export const monthIn = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
  .describe('A month, YYYY-MM');

/** A day as it comes in, where the centre stands; years as of moments. */
export const dayIn = z.iso
  .date()
  .refine((text) => Number(text.slice(0, 4)) >= YEARS.first && Number(text.slice(0, 4)) <= YEARS.last, {
    message: `a day between ${YEARS.first} and ${YEARS.last}`,
  })
  .describe('A day, YYYY-MM-DD');

/** A moment as it comes in: ISO 8601 with an offset. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => Number(text.slice(0, 4)) >= YEARS.first && Number(text.slice(0, 4)) <= YEARS.last, {
    message: `a moment between ${YEARS.first} and ${YEARS.last}`,
  })
  .describe('A moment, ISO 8601 with offset, e.g. 2026-11-21T19:06:53.123Z')
  .transform((text) => instant(text) as Instant);

/** A moment as it goes out: UTC with milliseconds. */
export const momentOut = z
  .string()
  .meta({ format: 'date-time', description: 'A moment in UTC, e.g. 2026-11-21T19:06:53.123Z' });
export const momentOrNotYet = momentOut.nullable().describe('A moment in UTC; null while it has not come');

/** What an edit must say; whoever leaves it out would write over another's change unseen. */
export const versionRequired = z
  .number()
  .int()
  .describe('The `version` last read: a newer one refuses the change as `stale`');

/** A change as its command takes it: the server itself, holding the lock, need not say what it saw. */
export type OnVersion<Edit extends object, Named extends string = 'version'> = Omit<Edit, Named> &
  Partial<Record<Named, number | undefined>>;

/** One line of text somebody typed. */
export const line = z.string().trim().min(1).max(200);

/** Several lines of text somebody typed. */
export const text = z.string().trim().min(1).max(10_000);

export const wordsOut = z
  .object({
    en: z.string().describe('In English'),
    'zh-hans': z.string().describe('In Simplified Chinese'),
    'zh-hant': z.string().describe('In Traditional Chinese'),
  })
  .meta({ id: 'Words', description: 'The same words in each language' });
export const refusedOut = z
  .object({
    code: z.string().describe('Stable; docs/errors.md says what each means'),
    params: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('What the code speaks of, by name: a number, a limit, a key'),
  })
  .meta({ id: 'Refusal', description: 'A rule that says no' });

/** Why something may not be done; null means it may. */
export const refusalOut = refusedOut.nullable().describe('null: allowed; else why not');

export const canOut = z
  .record(z.string(), refusalOut)
  .meta({ id: 'Can', description: 'What the caller may do with this, by action; null means allowed, else why not' });

/** Which page of a list: after a cursor, so many. */
export const pageQuery = {
  after: z.string().max(400).optional().describe('Cursor of the page before (its `next`)'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many at most'),
};

export const nextOut = z.string().nullable().describe('Cursor of the next page; null at the end');

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item).describe('This page of the list, in the order asked for'),
    next: nextOut,
  });
}

/** A list short enough to be given whole. */
export function allOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item).describe('All of them') });
}

/** Exact up to 10,000; beyond that `more` says so. */
export const countOut = z
  .object({
    n: z.number().int().describe('How many; 10,000 at most'),
    more: z.boolean().describe('true: there are more than 10,000'),
  })
  .describe('How many fit, whatever the page shows');

export const done = z
  .object({ ok: z.literal(true).describe('Always true: what did not work is answered with an error') })
  .meta({ id: 'Done' });

/** The answer of a write that has nothing else to say. */
export const OK = { ok: true } as const;
