import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Built } from '../src/platform/built.ts';
import { isStale } from '../src/platform/built.ts';
import { inWords } from '../src/platform/cannot-start.ts';
import { holdInTurn } from '../src/platform/single-start.ts';

export type Say = (line: string) => void;

/** Builds where it is stale, one process at a time; answers whether it had to. `what`: as in "to build the screens". */
export async function buildOnce(
  { root, built, what, say }: { root: string; built: Built; what: string; say: Say },
  build: () => Promise<void>,
): Promise<boolean> {
  if (!isStale(root, built)) return false;
  try {
    mkdirSync(join(root, 'dist'), { recursive: true });
  } catch (fault) {
    throw inWords(fault, join(root, 'dist'));
  }
  const hold = await holdInTurn(join(root, 'dist/building'), () => say(`Waiting for another start to build ${what}…`));
  try {
    // somebody else may have built it while we waited
    if (!isStale(root, built)) return false;
    await build();
    return true;
  } finally {
    hold.release();
  }
}
