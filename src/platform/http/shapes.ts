import { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import { instant } from '../../kernel/time.ts';

/** An identifier in a path, query or body. */
export function id<Thing extends string>(thing: Thing) {
  return z
    .uuid()
    .describe(`Identifier of a ${thing.replace('_', ' ')} (UUID)`)
    .transform((text) => text.toLowerCase() as Id<Thing>);
}

/** Years in which anything here may happen: every offset leaves four digits, and PostgreSQL knows no year 0. */
const YEARS = { first: 1900, last: 2199 };

/** A moment as it comes in: ISO 8601 with an offset. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => Number(text.slice(0, 4)) >= YEARS.first && Number(text.slice(0, 4)) <= YEARS.last, {
    message: `a moment between ${YEARS.first} and ${YEARS.last}`,
  })
  .describe('A moment, ISO 8601 with offset, e.g. 2026-11-21T19:06:53.123Z')
  .transform((text) => instant(text) as Instant);

/** A moment as it goes out: UTC with milliseconds. */
export const momentOut = z.string().describe('A moment in UTC, e.g. 2026-11-21T19:06:53.123Z');

/** What an edit must say; whoever leaves it out would write over another's change unseen. */
export const seenVersion = z
  .number()
  .int()
  .describe('The version seen; where somebody was faster, it is refused as stale');

/** A change as its command takes it: the server itself, holding the lock, need not say what it saw. */
export type OnVersion<Edit extends object, Named extends string = 'version'> = Omit<Edit, Named> &
  Partial<Record<Named, number | undefined>>;

/** One line of text somebody typed. */
export const line = z.string().trim().min(1).max(200);

/** Several lines of text somebody typed. */
export const text = z.string().trim().min(1).max(10_000);

export const wordsOut = z
  .object({ en: z.string(), 'zh-hans': z.string(), 'zh-hant': z.string() })
  .describe('The same words in each language');

/** Why something may not be done; null means it may. */
export const refusalOut = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
  .nullable()
  .describe('null: allowed; else the reason as a stable code with its parameters');

export const canOut = z
  .record(z.string(), refusalOut)
  .describe('What the caller may do with this, by action; null means allowed, else why not');

/** Which page of a list: after a cursor, so many. */
export const pageQuery = {
  after: z.string().max(400).optional().describe('Cursor of the page before (its `next`)'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('How many at most'),
};

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().describe('Cursor of the next page; null at the end'),
  });
}

/** Exact up to 10,000; beyond that `more` says so. */
export const countOut = z.object({ n: z.number().int(), more: z.boolean() });

export const done = z.object({ ok: z.literal(true) }).meta({ id: 'Done' });

/** The answer of a write that has nothing else to say. */
export const OK = { ok: true } as const;
