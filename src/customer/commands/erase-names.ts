import type { Context } from '../../platform/context.ts';
import { eraseNames, patternOf } from '../../platform/erase-names.ts';
import { NAMED_IN } from '../named-in.ts';

/** Takes these names and numbers out of the house's own books; says in how many places of which, where in any. */
export async function eraseFromBooks({ tx }: Context, names: readonly string[]): Promise<Record<string, number>> {
  const pattern = patternOf(names);
  if (pattern === null) return {};
  const gone: Record<string, number> = {};
  for (const [counted, books] of Object.entries(NAMED_IN)) {
    let rows = 0;
    for (const book of books) rows += await eraseNames(tx, book, pattern);
    if (rows > 0) gone[counted] = rows;
  }
  return gone;
}
