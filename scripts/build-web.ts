import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { inWords } from '../src/platform/cannot-start.ts';
import { compressFiles } from '../src/platform/compress-files.ts';
import { runProgram, say as print } from '../src/platform/program.ts';
import { holdInTurn } from '../src/platform/single-start.ts';
import { stampWeb, webIsStale } from '../src/platform/web-stamp.ts';

const home = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

type Say = (line: string) => void;

/** Builds the screens into `dist/web` where they are stale; answers whether it had to. About 10 s on two cores. */
export async function buildWeb(say: Say = () => {}, root = home): Promise<boolean> {
  if (!webIsStale(root)) return false;
  try {
    mkdirSync(join(root, 'dist'), { recursive: true });
  } catch (fault) {
    throw inWords(fault, join(root, 'dist'));
  }
  const hold = await holdInTurn(join(root, 'dist/building'), () =>
    say('Waiting for another start to build the screens…'),
  );
  try {
    // somebody else may have built them while we waited
    return webIsStale(root) ? await build(say, root) : false;
  } finally {
    hold.release();
  }
}

async function build(say: Say, root: string): Promise<true> {
  const vite = await import('vite');
  const imported = new Set<string>();
  const progress = progressOf(say, root, imported);
  say('Building the screens…');
  await vite.build({ configFile: `${root}/web/vite.config.ts`, logLevel: 'error', plugins: [progress] });
  await vite.build({ configFile: `${root}/web/widget/vite.config.ts`, logLevel: 'error', plugins: [progress] });
  await compressFiles(join(root, 'dist/web'));
  stampWeb(root, [...imported]);
  say('Screens built.');
  return true;
}

/** Counts what has been read, and notes which files of ours outside `web/` the screens use. */
function progressOf(say: Say, root: string, imported: Set<string>): Plugin {
  let count = 0;
  return {
    name: 'progress',
    transform(_code, id) {
      count += 1;
      if (count % 2500 === 0) say(`Building the screens… ${count} files`);
      const path = relative(root, id.split('?')[0] ?? id);
      if (path.startsWith('src')) imported.add(path);
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runProgram(async () => {
    if (!(await buildWeb(print))) print('The screens are up to date.');
  });
}
