import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/time.ts';
import type { Context } from '../platform/context.ts';
import { indexForSearch } from '../platform/search-index.ts';

/** So much of one message is found by its words; the rest is found by reading it. */
const MOST_TEXT = 50_000;

type Found = {
  id: Id<'message'>;
  at: Instant;
  subject: string;
  author_name: string;
  author_address: string;
  text: string;
};

/** By what a message is found: who wrote it, what about, and its words. Each once; none is renewed by what follows it. */
export async function indexMessage(context: Context, centreId: Id<'centre'>, one: Found): Promise<void> {
  await indexForSearch(context, {
    type: 'message',
    id: one.id,
    at: one.at,
    centreId,
    fields: [
      { text: one.subject },
      { text: one.author_address },
      { text: one.author_name, kind: 'name' },
      { text: one.text.slice(0, MOST_TEXT) },
    ],
  });
}
