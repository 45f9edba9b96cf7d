import type { Context } from '../platform/context.ts';
import { houseFact } from '../platform/house-facts.ts';
import type { OwnWords } from './own-words-shape.ts';

export type WordsVersion = { version: number; content: OwnWords };

const NONE: WordsVersion = { version: 0, content: {} };

/** The words an administrator has put in the place of the screens' own; version 0 and nothing where nobody ever did. */
export const currentWords = houseFact(async ({ tx }: Pick<Context, 'tx'>): Promise<WordsVersion> => {
  const newest = await tx
    .selectFrom('words_version')
    .select(['version', 'content'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest ? { version: newest.version, content: newest.content as OwnWords } : NONE;
});
